/** A whole chat: who one is and what time it is first, then line by line until the input ends. */
import { access, constants, mkdir } from "node:fs/promises";
import { createInterface } from "node:readline";
import { personaIds } from "../../../partners/sandbox/personas.ts";
import type { Composition } from "../../assistant.ts";
import type { Address, Inbound, Outbound } from "../../messages.ts";
import { readConversation } from "../../turn/conversation.ts";
import { setClock } from "../../turn/set-clock.ts";
import { openChat, type TerminalChat } from "./chat.ts";
import { type ChatOptions, UsageError } from "./options.ts";
import { printReply, printReplyAsJson } from "./print-reply.ts";
import { saveMedia } from "./save-media.ts";
import { settle } from "./settle.ts";

export interface RunChatOptions extends Composition {
  options: ChatOptions;
  input: NodeJS.ReadableStream & { isTTY?: boolean };
  output: NodeJS.WritableStream;
}

export async function runChat(chatting: RunChatOptions): Promise<void> {
  const { assistant, jobs, options, output } = chatting;
  assertPersona(options.persona);
  if (options.media !== undefined) await openFolder(options.media);
  const address: Address = { channel: "terminal", chatId: options.as ?? jobs.newId() };
  const print = async (outbound: Outbound): Promise<void> => {
    const saved = options.media === undefined ? undefined : await saveMedia(outbound, options.media);
    output.write(`${(options.json ? printReplyAsJson : printReply)(outbound, saved)}\n`);
  };
  const chat = openChat({
    assistant,
    address,
    newId: jobs.newId,
    settle: () => settle(jobs.database.orm, address),
    print,
    ...(options.lang !== undefined && { language: options.lang }),
  });
  await prepare(chatting, chat, address);
  await converse(chatting, chat);
}

function assertPersona(persona: string | undefined): void {
  const known: readonly string[] = personaIds;
  if (persona !== undefined && !known.includes(persona)) {
    throw new UsageError(`--persona takes one of ${known.join(", ")}.`);
  }
}

async function openFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch {
    throw new UsageError(`--media takes a folder that can be written to: ${folder} cannot.`);
  }
}

/** What was said before this run, and the choice of a persona, are not printed; what the clock brings is. */
async function prepare(
  { jobs, options }: RunChatOptions,
  chat: TerminalChat,
  address: Address,
): Promise<void> {
  const { now, persona, lang } = options;
  if ((now !== undefined || persona !== undefined) && !jobs.sandbox) {
    throw new UsageError("--now and --persona work in the sandbox only.");
  }
  const inbound: Inbound = {
    ...address,
    senderId: address.chatId,
    messageId: jobs.newId(),
    kind: "command",
    name: "persona",
    ...(lang !== undefined && { language: lang }),
  };
  await chat.skip();
  if (now !== undefined) await setClock(jobs, { inbound, now });
  await chat.catchUp();
  const before = await readConversation(jobs, address);
  // Chosen again, a persona would begin anew.
  if (persona !== undefined && before?.state.context.persona !== persona)
    await chat.sayUnseen(`/persona ${persona}`);
}

async function converse({ input, output, options }: RunChatOptions, chat: TerminalChat): Promise<void> {
  const interactive = input.isTTY === true && !options.json;
  const lines = createInterface({ input, ...(interactive && { output, prompt: "> " }) });
  if (interactive) {
    await chat.say("/start");
    lines.prompt();
  }
  for await (const line of lines) {
    if (!interactive && !options.json) output.write(`> ${line}\n\n`);
    if (line.trim() === "") await chat.catchUp();
    else await chat.say(line);
    if (interactive) lines.prompt();
  }
}
