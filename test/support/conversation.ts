/**
 * One borrower's conversation with the real assistant on a real database:
 *
 *     const conversation = openConversation(await testAssistant({ database: await freshDatabase() }));
 *     await conversation.say("你好");
 *     await conversation.press("同意并继续");
 */
import type { Receipt } from "../../bot/assistant.ts";
import type { Button, ChatCommandName, Inbound, Outbound } from "../../bot/messages.ts";
import { setClock } from "../../bot/turn/set-clock.ts";
import type { WordlessKind } from "../../machines/message-kinds.ts";
import { type Holds, runDueJobs } from "./jobs.ts";
import type { TestAssistant } from "./test-assistant.ts";

export interface ConversationOptions {
  /** What the messenger says of the borrower's language. */
  languageHint?: string;
  /** Who writes; the chat's own person unless told. */
  chatId?: string;
}

/** What a borrower does, without the address. */
export type Act =
  | { kind: "text"; text: string }
  | { kind: "button"; buttonId: string }
  | { kind: "command"; name: ChatCommandName; argument?: string }
  | { kind: "unreadable"; of: WordlessKind };

export interface Conversation {
  readonly chatId: string;
  /** Everything shown so far, oldest first. */
  readonly replies: readonly Outbound[];
  /** Says, presses or sends, and waits for all that follows: the replies that it brought. */
  say(text: string): Promise<Outbound[]>;
  press(label: string): Promise<Outbound[]>;
  command(name: ChatCommandName, argument?: string): Promise<Outbound[]>;
  perform(act: Act): Promise<Outbound[]>;
  /** The same, without what follows. */
  send(act: Act, messageId?: string): Promise<Receipt>;
  /** Runs what is due: partners' answers, deadlines, deliveries. */
  settle(holds?: Holds): Promise<Outbound[]>;
  /** The borrower's clock jumps to an instant, and what came due on the way happens. */
  moveTo(instant: string, holds?: Holds): Promise<Outbound[]>;
  /** The button of that label in the latest reply; or, when it is not there, the latest one that was ever shown. */
  button(label: string): Button;
  inbound(act: Act, messageId?: string): Inbound;
}

export function openConversation(system: TestAssistant, options: ConversationOptions = {}): Conversation {
  const { assistant, channel, jobs, newId } = system;
  const { chatId = newId(), languageHint } = options;
  const mine = (): Outbound[] =>
    channel.shown.filter(({ address }) => address.chatId === chatId).map(({ outbound }) => outbound);
  let heard = 0;
  const fresh = (): Outbound[] => {
    const news = mine().slice(heard);
    heard += news.length;
    return news;
  };

  const inbound: Conversation["inbound"] = (act, messageId = newId()) => ({
    ...{ channel: "terminal", chatId, senderId: chatId, messageId },
    ...(languageHint !== undefined && { languageHint }),
    ...act,
  });
  const send: Conversation["send"] = (act, messageId) => assistant.receive(inbound(act, messageId));
  const settle: Conversation["settle"] = async (holds) => {
    await runDueJobs(jobs, holds);
    return fresh();
  };
  const perform: Conversation["perform"] = async (act) => {
    await send(act);
    return await settle();
  };
  const moveTo: Conversation["moveTo"] = async (instant, holds) => {
    await setClock(jobs, { inbound: inbound({ kind: "unreadable", of: "other" }), now: instant });
    return await settle(holds);
  };
  const button: Conversation["button"] = (label) => {
    const found = mine()
      .flatMap(({ buttons }) => buttons.flat())
      .findLast((one) => one.label === label);
    if (!found) throw new Error(`no button [${label}] was ever shown`);
    return found;
  };
  return {
    ...{ chatId, inbound, send, settle, perform, moveTo, button },
    get replies() {
      return mine();
    },
    say: (text) => perform({ kind: "text", text }),
    press: (label) => perform({ kind: "button", buttonId: button(label).id }),
    command: (name, argument) => perform({ kind: "command", name, ...(argument && { argument }) }),
  };
}
