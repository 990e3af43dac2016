/** How a notice is shown: its text, and what can be pressed beside it. How the stage's prompt follows is the machine's to say. */
import type { NoticeKind, NoticeOf } from "../../../machines/notices/table.ts";
import type { Card, Choice } from "../../messages.ts";
import type { Scope } from "../stage-view.ts";

export interface NoticeScope extends Scope {
  /** What the borrower is doing. */
  situation: string;
  /** The label of the button that agrees to what is shown, where there is one. */
  agreement: string | undefined;
}

export interface NoticeView<Kind extends NoticeKind> {
  /** One sentence or two; empty where the stage's own prompt tells it. */
  text: (notice: NoticeOf<Kind>, scope: NoticeScope) => string;
  /** In place of the stage's own. */
  card?: (notice: NoticeOf<Kind>, scope: Scope) => Card | undefined;
  /** What it asks, above the stage's own buttons. */
  choices?: (notice: NoticeOf<Kind>, scope: Scope) => Choice[][];
  /** What it only offers besides, below them: the next step keeps its place as the first button. */
  extras?: (notice: NoticeOf<Kind>, scope: Scope) => Choice[][];
  /** Told alone: nobody in distress, in grief or with a complaint is asked for an amount in the same breath. */
  isGrave?: (notice: NoticeOf<Kind>) => boolean;
  /** It asks to pay: of all buttons, and not of the first one only, the first step on is the main one. */
  asksToPay?: true;
}

export type NoticeViews<Kind extends NoticeKind> = { [One in Kind]: NoticeView<One> };
