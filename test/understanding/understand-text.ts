/** A text as the door hands it on, and what it means there. */
import { expect } from "vitest";
import { findTopic } from "../../bot/knowledge/topics.ts";
import { readingOf } from "../../bot/reading/reading.ts";
import type { LanguageModel } from "../../bot/understanding/language-model/language-model.ts";
import { understandWithModel as understandReadingWithModel } from "../../bot/understanding/language-model/understand-with-model.ts";
import type { Understanding } from "../../bot/understanding/situation.ts";
import { understand as understandReading } from "../../bot/understanding/understand.ts";
import { shanghaiDate } from "../../domain/calendar/dates.ts";
import type { SpokenAt } from "../support/fixtures/spoken-at.ts";

const intentAsked = (one: unknown) =>
  typeof one === "object" && one !== null && "type" in one && one.type === "ask" && "topic" in one
    ? findTopic(String(one.topic))?.intent
    : undefined;

/**
 * Here it matters that a question is answered where it is asked, and what is kept of it: any topic of its intent will do.
 * Which one, the table of `topics.test.ts` and `npm run eval` hold.
 */
expect.addEqualityTesters([
  (a, b) => {
    const [asked, expected] = [intentAsked(a), intentAsked(b)];
    return asked !== undefined && asked === expected ? true : undefined;
  },
]);

const readAt = (text: string, { context, shown }: SpokenAt) =>
  readingOf(text, { today: shanghaiDate(context.at), ...(shown && { shown }) });

export const understand = (text: string, situation: SpokenAt): Understanding =>
  understandReading(readAt(text, situation), situation);

export const understandWithModel = (
  text: string,
  situation: SpokenAt,
  model: LanguageModel,
): Promise<Understanding> => understandReadingWithModel(readAt(text, situation), situation, model);
