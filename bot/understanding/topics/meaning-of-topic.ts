/** What a topic means as an event: what is wished for is done, what is asked is answered. */
import type { JourneyEvent } from "../../../machines/journey-events.ts";
import type { Topic } from "../../knowledge/topics.ts";
import type { Reading } from "../../reading/reading.ts";
import type { Situation } from "../situation.ts";
import { actHere } from "./acts.ts";

const pieces: ReadonlySet<string> = new Set(["fragment-unclear", "numbered-choice"]);

export function meaningOf(topic: Topic, reading: Reading, situation: Situation): JourneyEvent {
  // A fragment is nothing yet: the place that the borrower stands at asks for more.
  if (pieces.has(topic.id)) return { type: "unclear" };
  if (topic.intent === "out_of_scope") return { type: "out-of-scope", topic: topic.id };
  const done = reading.asks ? undefined : actHere(topic.does, situation);
  return done ?? { type: "ask", topic: topic.id };
}
