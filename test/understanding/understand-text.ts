/** A text as the door hands it on, and what it means there. */
import { readingOf } from "../../bot/reading/reading.ts";
import type { LanguageModel } from "../../bot/understanding/language-model/language-model.ts";
import { understandWithModel as understandReadingWithModel } from "../../bot/understanding/language-model/understand-with-model.ts";
import type { Understanding } from "../../bot/understanding/situation.ts";
import { understand as understandReading } from "../../bot/understanding/understand.ts";
import { shanghaiDate } from "../../domain/calendar/dates.ts";
import type { SpokenAt } from "../support/fixtures/spoken-at.ts";

const readAt = (text: string, { context, shown }: SpokenAt) =>
  readingOf(text, { today: shanghaiDate(context.at), ...(shown && { shown }) });

export const understand = (text: string, situation: SpokenAt): Understanding =>
  understandReading(readAt(text, situation), situation);

export const understandWithModel = (
  text: string,
  situation: SpokenAt,
  model: LanguageModel,
): Promise<Understanding> => understandReadingWithModel(readAt(text, situation), situation, model);
