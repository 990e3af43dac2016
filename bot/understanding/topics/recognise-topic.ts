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

/** Another company's product may well be spoken of: compared, asked after, or to be paid off with a loan. */
const mentionsOthers = ({ scope, intent, id }: Topic): boolean =>
  scope !== "in" ||
  ["compare_products", "credit_report", "human_agent", "security_privacy"].includes(intent) ||
  ["pay-card-with-loan", "bad-credit-eligible"].includes(id);

/** Nothing of another company's is answered as if it were ours, and nothing of ours as if it were theirs. */
const topicsFor =
  ({ text, isElsewhere }: Reading) =>
  (topic: Topic): boolean =>
    (!isElsewhere || mentionsOthers(topic)) && (topic.others.length === 0 || namesOther(text, topic.others));

/** What a message may ask here, likeliest first, by the shipped weights of its script. */
export const recogniseTopic = (reading: Reading, situation: Situation, most?: number): RankedTopic[] =>
  rankTopics(recogniser(reading), reading, {
    ...{ one: situation, ...(most !== undefined && { most }) },
    may: topicsFor(reading),
    isOwn: ownTopicsOf(reading),
  });
