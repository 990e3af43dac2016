/** What the page posts, checked and turned into an Inbound. */
import { z } from "zod";
import { chatCommandNames, type Inbound } from "../../messages.ts";
import { storable } from "../../storable.ts";
import { longestText } from "./limits.ts";

const messageId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
const text = z.string().transform(storable).pipe(z.string().trim().min(1).max(longestText));

const postedMessage = z.discriminatedUnion("kind", [
  z.strictObject({ messageId, kind: z.literal("text"), text }),
  z.strictObject({ messageId, kind: z.literal("button"), buttonId: z.string().regex(/^[\x21-\x7e]{1,64}$/) }),
  z.strictObject({
    messageId,
    kind: z.literal("command"),
    name: z.enum(chatCommandNames),
    argument: z
      .string()
      .regex(/^[\x20-\x7e]{1,64}$/)
      .optional(),
  }),
]);
type PostedMessage = z.infer<typeof postedMessage>;

export type ReadMessage =
  | { outcome: "read"; inbound: Inbound }
  | { outcome: "refused"; reason: "bad-request" | "too-long" };

/** `body` is the parsed JSON of a post; `languageHint` the page's language ("zh-CN"). */
export function readMessage(body: unknown, chatId: string, languageHint?: string): ReadMessage {
  const parsed = postedMessage.safeParse(body);
  if (!parsed.success) {
    const tooLong = parsed.error.issues.some(({ code, path }) => code === "too_big" && path[0] === "text");
    return { outcome: "refused", reason: tooLong ? "too-long" : "bad-request" };
  }
  const inbound = toInbound(parsed.data, chatId);
  return { outcome: "read", inbound: languageHint === undefined ? inbound : { ...inbound, languageHint } };
}

function toInbound(posted: PostedMessage, chatId: string): Inbound {
  const base = { channel: "web", chatId, senderId: chatId, messageId: posted.messageId } as const;
  if (posted.kind === "text") return { ...base, kind: "text", text: posted.text };
  if (posted.kind === "button") return { ...base, kind: "button", buttonId: posted.buttonId };
  const command = { ...base, kind: "command", name: posted.name } as const;
  return posted.argument === undefined ? command : { ...command, argument: posted.argument };
}
