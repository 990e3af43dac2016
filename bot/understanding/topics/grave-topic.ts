/** Rights, dangers and griefs: heard before everything else, wherever the borrower stands. */
import type { JourneyEvent } from "../../../machines/journey-events.ts";
import type { Reading } from "../../reading/reading.ts";
import type { Situation } from "../situation.ts";
import { meaningOf } from "./meaning-of-topic.ts";
import { recogniseTopic } from "./recognise-topic.ts";

/** Never left to a model alone: a word of these is enough. */
const distress = [
  /不想活|想死(?!你)|活不下去|活着没意思|自杀|轻生|寻死|跳楼|死了算了|不如死|逼死/,
  /\b(?:want to die|kill myself|suicid\w*|end (?:my life|it all)|better off dead)\b/,
  /\b(?:(?:don't|do not) want to live|no reason to live)\b/,
];

/** Together they are this likely, or one of them is the likeliest of all by far. */
const heardFrom = 0.8;
/** A word or two answer what was asked, and cry for nothing. */
const shortest = { zh: 4, en: 14 } as const;

export function readGrave(reading: Reading, situation: Situation): JourneyEvent | undefined {
  if (distress.some((pattern) => pattern.test(reading.text))) return { type: "ask", topic: "distress" };
  if (reading.text.length < shortest[reading.script]) return undefined;
  const ranked = recogniseTopic(reading, situation);
  const grave = ranked.filter(({ topic }) => topic.grave);
  const [first] = grave;
  const likely = grave.reduce((sum, { probability }) => sum + probability, 0);
  return first !== undefined && first === ranked[0] && likely >= heardFrom
    ? meaningOf(first.topic, reading, situation)
    : undefined;
}
