/** Every notice by its kind; one without a view does not compile. */
import type { Notice, NoticeKind, NoticeOf } from "../../../machines/notices/table.ts";
import type { Card, Choice } from "../../messages.ts";
import { answeringNotices } from "../knowledge/answer-to.ts";
import type { Scope } from "../stage-view.ts";
import { arrangingNotices } from "./arranging.ts";
import { borrowingNotices } from "./borrowing.ts";
import { conversationNotices } from "./conversation.ts";
import type { NoticeScope, NoticeView, NoticeViews } from "./notice-view.ts";
import { repayingNotices } from "./repaying.ts";

const views: NoticeViews<NoticeKind> = {
  ...conversationNotices,
  ...answeringNotices,
  ...borrowingNotices,
  ...repayingNotices,
  ...arrangingNotices,
};

const viewOf = <Kind extends NoticeKind>({ kind }: NoticeOf<Kind>): NoticeView<Kind> => views[kind as Kind];

export const noticeText = <Kind extends NoticeKind>(notice: NoticeOf<Kind>, scope: NoticeScope): string =>
  viewOf<Kind>(notice).text(notice, scope);

/** Of the last one that may have a card. */
export function noticeCard(notices: readonly Notice[], scope: Scope): Card | undefined {
  const shown = notices.findLast((notice) => viewOf(notice).card !== undefined);
  return shown && cardOf(shown, scope);
}

const cardOf = <Kind extends NoticeKind>(notice: NoticeOf<Kind>, scope: Scope): Card | undefined =>
  viewOf<Kind>(notice).card?.(notice, scope);

export const noticeChoices = <Kind extends NoticeKind>(notice: NoticeOf<Kind>, scope: Scope): Choice[][] =>
  viewOf<Kind>(notice).choices?.(notice, scope) ?? [];

export const noticeExtras = <Kind extends NoticeKind>(notice: NoticeOf<Kind>, scope: Scope): Choice[][] =>
  viewOf<Kind>(notice).extras?.(notice, scope) ?? [];

export const isGrave = <Kind extends NoticeKind>(notice: NoticeOf<Kind>): boolean =>
  viewOf<Kind>(notice).isGrave?.(notice) ?? false;

export const asksToPay = (notice: Notice): boolean => viewOf(notice).asksToPay === true;
