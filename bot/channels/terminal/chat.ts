/** One conversation at a terminal, or through a pipe: a line in, the replies out, until the input ends. */

import type { Locale } from "../../../domain/language/languages.ts";
import type { Assistant } from "../../assistant.ts";
import type { Address, Button, Inbound, Outbound } from "../../messages.ts";
import { readLine } from "./read-line.ts";

export interface ChatSession {
  assistant: Assistant;
  address: Address;
  language?: Locale;
  newId: () => string;
  /** Resolves when nothing more is on its way. */
  settle: () => Promise<void>;
  print: (outbound: Outbound) => Promise<void>;
}

export interface TerminalChat {
  /** Everything said so far is passed over: only what follows is printed. */
  skip(): Promise<void>;
  say(line: string): Promise<void>;
  /** As say, with nothing printed. */
  sayUnseen(line: string): Promise<void>;
  /** Prints what has come by itself, such as a reminder. */
  catchUp(): Promise<void>;
}

export function openChat(session: ChatSession): TerminalChat {
  let last = 0;
  let shown: Button[] = [];
  const fresh = async (): Promise<Outbound[]> => {
    await session.settle();
    const items = await session.assistant.history(session.address, { after: last });
    last = items.at(-1)?.id ?? last;
    const replies = items.flatMap(({ message }) => (message.from === "assistant" ? [message.outbound] : []));
    shown = replies.at(-1)?.buttons.flat() ?? shown;
    return replies;
  };
  const receive = (line: string) => session.assistant.receive(inboundOf(session, line, shown));
  const catchUp = async (): Promise<void> => {
    for (const reply of await fresh()) await session.print(reply);
  };
  return {
    skip: async () => void (await fresh()),
    catchUp,
    say: async (line) => {
      await receive(line);
      await catchUp();
    },
    sayUnseen: async (line) => {
      await receive(line);
      await fresh();
    },
  };
}

function inboundOf(
  { address, language, newId }: ChatSession,
  line: string,
  shown: readonly Button[],
): Inbound {
  return {
    ...address,
    senderId: address.chatId,
    messageId: newId(),
    ...(language !== undefined && { language }),
    ...readLine(line, shown),
  };
}
