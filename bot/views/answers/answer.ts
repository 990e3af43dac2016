import type { Card } from "../../messages.ts";
import type { Scope } from "../stage-view.ts";

/** What a question is answered with: told in place, with figures beside it where they help. */
export interface Answer {
  text: string;
  card?: Card | undefined;
}
export type Answering = (scope: Scope) => Answer;
