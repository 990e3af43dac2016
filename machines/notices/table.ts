/** All that may be told of what just happened, by kind, with the schema that follows from each definition. */
import { z } from "zod";
import { arrangingNotices } from "./arranging.ts";
import { borrowingNotices } from "./borrowing.ts";
import { conversationNotices } from "./conversation.ts";
import { repayingNotices } from "./repaying.ts";

export const noticeTable = {
  ...conversationNotices,
  ...borrowingNotices,
  ...repayingNotices,
  ...arrangingNotices,
};
type Table = typeof noticeTable;
export type NoticeKind = keyof Table;

type Payload<Kind extends NoticeKind> = Table[Kind] extends {
  payload: infer Shape extends Readonly<Record<string, z.ZodType>>;
}
  ? Shape
  : never;
type SchemaOf<Kind extends NoticeKind> = z.ZodObject<{ kind: z.ZodLiteral<Kind> } & Payload<Kind>>;

export type Notice = { [Kind in NoticeKind]: z.infer<SchemaOf<Kind>> }[NoticeKind];
export type NoticeOf<Kind extends NoticeKind> = Extract<Notice, { kind: Kind }>;

type AnySchema = { [Kind in NoticeKind]: SchemaOf<Kind> }[NoticeKind];

/** Told before the stage's own prompt; replaced at every turn. */
export const noticeSchema: z.ZodType<Notice> = z.discriminatedUnion(
  "kind",
  Object.entries(noticeTable).map(([kind, { payload }]) =>
    z.object({ kind: z.literal(kind), ...payload }),
  ) as unknown as [AnySchema, ...AnySchema[]],
);
