import type { Topic } from "../../knowledge/topics.ts";
import { namesOther } from "../../reading/other-lenders.ts";
import type { Reading } from "../../reading/reading.ts";
import { shippedModel } from "../intents/model-file.ts";
import type { Situation } from "../situation.ts";
import { ownTopicsOf } from "./own-sentences.ts";
import { type RankedTopic, type Recogniser, rankTopics } from "./rank-topics.ts";
import { shippedTopicModel } from "./topic-model-file.ts";

const recogniser = ({ script }: Reading): Recogniser => ({
  topics: shippedTopicModel(script),
  intents: shippedModel(script),
});

/** Another company's product may well be spoken of: asked after, complained of, or to be paid off with a loan. */
const mentionsOthers = ({ scope, intent, id, grave }: Topic): boolean =>
  grave ||
  scope !== "in" ||
  intent === "human_agent" ||
  ["is-it-scam", "suspicious-call", "bad-debt-other-loans", "pay-card-with-loan"].includes(id);

/** It is compared, rather than asked about by itself. */
const compares = new RegExp(
  [
    "[比跟和与才更]|便宜|哪[个家种]|区别|差别|还是|一样|好用",
    "compar|better|\\bvs\\b|versus|differen|cheaper|which",
  ].join("|"),
);

/** Nothing of another company's is answered as if it were ours, and nothing of ours as if it were theirs. */
const topicsFor =
  ({ text, isElsewhere }: Reading) =>
  (topic: Topic): boolean =>
    (!isElsewhere || mentionsOthers(topic) || (topic.id === "compare-competitors" && compares.test(text))) &&
    (topic.others.length === 0 || namesOther(text, topic.others));

/** What a message may ask here, likeliest first, by the shipped weights of its script. */
export const recogniseTopic = (reading: Reading, situation: Situation, most?: number): RankedTopic[] =>
  rankTopics(recogniser(reading), reading, {
    ...{ one: situation, ...(most !== undefined && { most }) },
    may: topicsFor(reading),
    isOwn: ownTopicsOf(reading),
  });
