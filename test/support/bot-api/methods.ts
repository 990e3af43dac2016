/** The Bot API's methods, as far as a bot of ours may use them. */
import type { ApiMethods, Update } from "@grammyjs/types";
import { checkKeyboard, compose, type ShownMessage } from "./chats.ts";
import { badRequest, forbidden } from "./failures.ts";
import { checkDocument, checkPhoto } from "./files.ts";
import { type MethodName, type MethodParameters, readParameters } from "./parameters.ts";
import type { World } from "./world.ts";

type Result<M extends MethodName> = ReturnType<ApiMethods<never>[M]>;
type Methods = {
  [M in MethodName]: (world: World, parameters: MethodParameters<M>) => Result<M> | Promise<Result<M>>;
};

const methods: Methods = {
  getMe: ({ bot }) => bot,
  getUpdates: ({ updates }, parameters) => updates.getUpdates(parameters),
  setWebhook: ({ updates }, parameters) => updates.setWebhook(parameters),
  deleteWebhook: ({ updates }, parameters) => updates.deleteWebhook(parameters),
  getWebhookInfo: ({ updates }) => updates.webhookInfo(),
  sendMessage: ({ chats }, { chat_id, ...wording }) => chats.toMessage(chats.send(chat_id, wording)),
  sendPhoto: ({ chats }, { chat_id, photo, ...caption }) =>
    chats.toPhotoMessage(chats.send(chat_id, { ...caption, photo: checkPhoto(photo) })),
  sendDocument: ({ chats }, { chat_id, document, ...caption }) =>
    chats.toDocumentMessage(chats.send(chat_id, { ...caption, document: checkDocument(document) })),
  editMessageText: (world, { chat_id, message_id, ...wording }) =>
    edited(
      world,
      world.chats.edit(chat_id, message_id, () => compose(wording)),
    ),
  editMessageReplyMarkup: (world, { chat_id, message_id, reply_markup }) =>
    edited(
      world,
      world.chats.edit(chat_id, message_id, () => ({
        keyboard: checkKeyboard(reply_markup?.inline_keyboard ?? []),
      })),
    ),
  deleteMessage: ({ chats }, { chat_id, message_id }) => {
    chats.remove(chat_id, message_id);
    return true;
  },
  answerCallbackQuery: ({ presses }, parameters) => presses.answer(parameters),
  leaveChat: ({ chats }, { chat_id }) => {
    const record = chats.writable(chat_id);
    if (record.chat.type === "private") throw forbidden("bot can't leave private chats");
    record.refusal = "bot is not a member of the group chat";
    return true;
  },
  setMyCommands: ({ commands }, parameters) => {
    for (const { command, description } of parameters.commands) {
      if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest("BOT_COMMAND_INVALID");
      if (description === "" || description.length > 256) throw badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
    }
    commands.set(parameters.language_code ?? "", parameters.commands);
    return true;
  },
  setMyDescription: ({ descriptions }, { description = "", language_code = "" }) => {
    if (description.length > 512) throw badRequest("BOT_DESCRIPTION_INVALID");
    descriptions.set(language_code, description);
    return true;
  },
  setChatMenuButton: (world, { menu_button }) => {
    world.menuButton = menu_button ?? { type: "default" };
    return true;
  },
};

export async function callMethod<M extends MethodName>(
  world: World,
  method: M,
  body: object,
): Promise<unknown> {
  return methods[method](world, readParameters(method, body));
}

const edited = ({ chats }: World, shown: ShownMessage) => {
  const message = chats.toMessage(shown);
  return { ...message, edit_date: message.date + 1 } satisfies Update.Edited;
};
