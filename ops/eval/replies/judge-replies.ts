/** Replies held against what must come of a message: its topic, the borrower's own figures, words that must not fall. */
import { figures, isFigure } from "../../../bot/views/knowledge/figures.ts";
import type { Locale } from "../../../domain/language/languages.ts";
import type { JourneyEvent } from "../../../machines/journey-events.ts";
import { isAlternatives } from "../alternatives.ts";
import { topicsOfEvent } from "../topics-of-event.ts";
import type { ExpectedReply } from "./expectations.ts";
import { type PlayedReply, playReply } from "./play-reply.ts";

const localeOf: Record<ExpectedReply["lang"], Locale> = { zh: "zh-CN", en: "en" };

export interface JudgedReply {
  expected: ExpectedReply;
  played: PlayedReply;
  /** right: answered by its topic; offered: asked back with it among the buttons. */
  topic: "right" | "offered" | "wrong";
  /** In plain words, what is missing or should not be there. */
  faults: string[];
}

export function judgeReply(expected: ExpectedReply): JudgedReply {
  const played = playReply(expected.text, expected.state, localeOf[expected.lang]);
  return { expected, played, topic: topicOf(expected, played), faults: faultsIn(expected, played) };
}

function topicOf({ topic, also }: ExpectedReply, { events }: PlayedReply): JudgedReply["topic"] {
  const wanted = new Set([topic, ...also]);
  const serves = (event: JourneyEvent): boolean => topicsOfEvent(event).some((one) => wanted.has(one));
  if (events.some(serves)) return "right";
  const offered = events.flatMap((event) => (isAlternatives(event) ? (event.alternatives ?? []) : []));
  return offered.some((event) => serves(event as JourneyEvent)) ? "offered" : "wrong";
}

function faultsIn({ facts, says, never }: ExpectedReply, { reply, scope }: PlayedReply): string[] {
  const buttons = reply.buttons.flat().map(({ label }) => label);
  const shown = [reply.text, JSON.stringify(reply.card ?? ""), ...buttons].join("\n");
  return [
    ...facts.flatMap((name) => {
      const value = isFigure(name) ? figures[name](scope) : undefined;
      if (value === undefined) return [`{${name}} is no figure of this borrower`];
      return shown.includes(value) ? [] : [`{${name}}, ${value}, is not told`];
    }),
    ...says.filter((words) => !shown.includes(words)).map((words) => `"${words}" is not said`),
    ...never.filter((words) => shown.includes(words)).map((words) => `"${words}" is said`),
  ];
}
