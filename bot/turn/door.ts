/** A text at the door of a conversation: read once, and set where it came in. */
import { shanghaiDate } from "../../domain/calendar/dates.ts";
import type { Choice } from "../messages.ts";
import { type Reading, readingOf } from "../reading/reading.ts";
import { type Situation, stagePath } from "../understanding/situation.ts";
import type { Conversation } from "./conversation.ts";
import type { Screen } from "./screen.ts";

interface AtDoor {
  /** The button that the text presses, being its label: nothing is left to be understood then. */
  pressed: Choice | undefined;
  reading: Reading;
  situation: Situation;
}

/** `at`: the borrower's time now, from which "tomorrow" is counted. */
export function readAtDoor(conversation: Conversation, screen: Screen, text: string, at: string): AtDoor {
  const { value, context } = conversation.state;
  return {
    pressed: screen.pressedBy(text),
    reading: readingOf(text, { today: shanghaiDate(at), shown: screen.shown }),
    situation: { path: stagePath(value), locale: context.locale, context: { ...context, at } },
  };
}
