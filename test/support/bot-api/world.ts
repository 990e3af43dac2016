/** Everything the stand-in remembers. */
import type { BotCommand, MenuButton, UserFromGetMe } from "@grammyjs/types";
import type { Delay } from "../../../bot/channels/telegram/delay.ts";
import { Chats } from "./chats.ts";
import { Presses } from "./presses.ts";
import { UpdateQueue } from "./update-queue.ts";

export interface World {
  bot: UserFromGetMe;
  chats: Chats;
  presses: Presses;
  updates: UpdateQueue;
  /** By language code; "" is for all other languages. */
  commands: Map<string, BotCommand[]>;
  /** By language code; "" is for everybody else. */
  descriptions: Map<string, string>;
  menuButton: MenuButton;
}

const bot: UserFromGetMe = {
  id: 4242,
  is_bot: true,
  first_name: "Jiedao",
  username: "jiedao_test_bot",
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
};

export const createWorld = (retryDelay: Delay): World => ({
  bot,
  chats: new Chats(bot),
  presses: new Presses(),
  updates: new UpdateQueue(retryDelay),
  commands: new Map(),
  descriptions: new Map(),
  menuButton: { type: "default" },
});
