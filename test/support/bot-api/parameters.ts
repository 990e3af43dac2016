/** What each method takes. Stricter than Telegram, which passes over parameters that it does not know. */
import type { ApiMethods, Opts } from "@grammyjs/types";
import { z } from "zod";
import { badRequest } from "./failures.ts";

const chatId = z.union([
  z.int(),
  z
    .string()
    .regex(/^-?\d+$/)
    .transform(Number),
]);
const messageId = z.int();
const formatting = {
  parse_mode: z.literal("HTML").optional(),
  link_preview_options: z.strictObject({ is_disabled: z.boolean() }).optional(),
};
const button = z.strictObject({ text: z.string(), callback_data: z.string().optional() });
const keyboard = z.strictObject({ inline_keyboard: z.array(z.array(button)) });
const updateKinds = z.array(z.enum(["message", "edited_message", "callback_query", "my_chat_member"]));
const command = z.strictObject({ command: z.string(), description: z.string() });

/** A file that came in the call itself. */
const file = z.strictObject({ name: z.string(), bytes: z.instanceof(Uint8Array) });
export type SentFile = z.infer<typeof file>;
const captioned = {
  chat_id: chatId,
  caption: z.string().optional(),
  parse_mode: z.literal("HTML").optional(),
  reply_markup: keyboard.optional(),
  message_thread_id: z.int().optional(),
};

const shapes = {
  getMe: {},
  getUpdates: {
    offset: z.int().min(0).optional(),
    limit: z.int().min(1).max(100).optional(),
    timeout: z.int().min(0).optional(),
    allowed_updates: updateKinds.optional(),
  },
  setWebhook: {
    url: z.string(),
    secret_token: z.string().optional(),
    allowed_updates: updateKinds.optional(),
    drop_pending_updates: z.boolean().optional(),
  },
  deleteWebhook: { drop_pending_updates: z.boolean().optional() },
  getWebhookInfo: {},
  sendPhoto: { ...captioned, photo: file },
  sendDocument: { ...captioned, document: file },
  sendMessage: {
    chat_id: chatId,
    message_thread_id: z.int().optional(),
    text: z.string(),
    reply_markup: keyboard.optional(),
    ...formatting,
  },
  editMessageText: {
    chat_id: chatId,
    message_id: messageId,
    text: z.string(),
    reply_markup: keyboard.optional(),
    ...formatting,
  },
  editMessageReplyMarkup: { chat_id: chatId, message_id: messageId, reply_markup: keyboard.optional() },
  deleteMessage: { chat_id: chatId, message_id: messageId },
  answerCallbackQuery: {
    callback_query_id: z.string(),
    text: z.string().optional(),
    show_alert: z.boolean().optional(),
  },
  leaveChat: { chat_id: chatId },
  setMyCommands: { commands: z.array(command), language_code: z.string().length(2).optional() },
  setMyDescription: { description: z.string().optional(), language_code: z.string().length(2).optional() },
  setChatMenuButton: { menu_button: z.strictObject({ type: z.enum(["commands", "default"]) }).optional() },
} satisfies { [M in keyof ApiMethods<never>]?: { [P in keyof Opts<never>[M]]?: z.ZodType } };

export type MethodName = keyof typeof shapes;
export type MethodParameters<M extends MethodName> = z.infer<z.ZodObject<(typeof shapes)[M]>>;
export type InlineKeyboard = z.infer<typeof keyboard>["inline_keyboard"];

export const isMethodName = (name: string): name is MethodName => Object.hasOwn(shapes, name);

const missing: Record<string, string> = {
  chat_id: "chat_id is empty",
  text: "message text is empty",
  message_id: "message identifier is not specified",
  callback_query_id: "query is too old and response timeout expired or query ID is invalid",
};

/** Throws Telegram's 400 for what is missing, of another type, or unknown. */
export function readParameters<M extends MethodName>(method: M, body: object): MethodParameters<M> {
  const shape: z.ZodRawShape = shapes[method];
  const unknown = Object.keys(body).find((name) => !Object.hasOwn(shape, name));
  if (unknown !== undefined) throw badRequest(`parameter "${unknown}" is not known to ${method}`);
  const read = z.object(shape).safeParse(body);
  if (read.success) return read.data as MethodParameters<M>;
  const name = String(read.error.issues[0]?.path[0]);
  if (!Object.hasOwn(body, name)) throw badRequest(missing[name] ?? `parameter "${name}" is required`);
  throw badRequest(`can't parse parameter "${name}"`);
}
