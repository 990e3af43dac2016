/** Plays a transcript against the real assistant, and tells the whole conversation when it goes another way. */
import { sql } from "drizzle-orm";
import { cardText } from "../../../bot/channels/card-text.ts";
import { chatCommandNames, type Outbound } from "../../../bot/messages.ts";
import { readInstant } from "../../../inspector/shanghai-time.ts";
import {
  heldAfter,
  labelOf,
  nonsense,
  nonsenseWords,
  photo,
  readWay,
  type TranscriptLine,
} from "../../../inspector/transcript/format.ts";
import { type Act, type Conversation, openConversation } from "../conversation.ts";
import { placeOf } from "../journeys.ts";
import type { TestAssistant } from "../test-assistant.ts";
import { answerCommand, holdsOf, runReleased, type Waiting } from "./partner-answers.ts";
import type { Transcript } from "./transcript.ts";

interface Play {
  system: TestAssistant;
  conversation: Conversation;
  /** What was said so far, as a person would read it. */
  told: string[];
  /** The replies to the last thing that happened. */
  replies: Outbound[];
  /** Commands that the next lines answer, so that nobody else does. */
  held: ReadonlySet<string>;
  waiting: Waiting;
  /** Where in them the next words are looked for. */
  from: number;
}

/** Resolves to the conversation as it went; throws with it when it goes another way. */
export async function playTranscript(system: TestAssistant, transcript: Transcript): Promise<string> {
  const conversation = openConversation(system, {
    ...(transcript.lang !== undefined && { languageHint: transcript.lang }),
  });
  const play: Play = {
    system,
    conversation,
    told: [],
    replies: [],
    from: 0,
    held: new Set(),
    waiting: new Map(),
  };
  if (transcript.now !== undefined) await conversation.moveTo(transcript.now);
  if (transcript.persona !== undefined) await conversation.command("persona", transcript.persona);
  for (const [index, step] of transcript.steps.entries()) {
    play.held = heldAfter(transcript.steps, index);
    const trouble = await takeStep(play, step);
    if (trouble !== undefined)
      throw new Error([...play.told, `!! line ${step.number}: ${trouble}`].join("\n"));
  }
  await runReleased({ ...play, held: new Set() });
  await conversation.settle();
  return play.told.join("\n");
}

/** What is wrong, or nothing. */
async function takeStep(play: Play, step: TranscriptLine): Promise<string | undefined> {
  if (step.mark === ">" || step.mark === "~" || step.mark === "!") return await happens(play, step);
  play.told.push(step.line);
  if (step.mark === "@") return await stands(play, step);
  if (step.mark === "$") return await isOnTheBooks(play, step);
  return isButton(step) ? offers(play, step) : holds(play, step);
}

async function happens(play: Play, step: TranscriptLine): Promise<string | undefined> {
  play.told.push("", step.line);
  const { conversation } = play;
  const holds = holdsOf(play);
  let trouble: string | undefined;
  if (step.mark === "~") play.replies = await conversation.moveTo(readInstant(step.text) ?? step.text, holds);
  else {
    if (step.mark === "!") trouble = await answerCommand(play, step.text);
    else await act(play, step.text);
    await runReleased(play);
    play.replies = await conversation.settle(holds);
  }
  play.from = 0;
  play.told.push(...play.replies.map(toldReply));
  return trouble;
}

async function act({ system, conversation }: Play, line: string): Promise<void> {
  const { said, way } = readWay(line);
  const what = actOf(conversation, said, way === "an old one");
  const messageId = system.newId();
  if (way === "twice at once") await Promise.all([conversation.send(what), conversation.send(what)]);
  else
    for (let times = way === "delivered three times" ? 3 : 1; times > 0; times -= 1)
      await conversation.send(what, messageId);
}

function actOf(conversation: Conversation, said: string, old: boolean): Act {
  const label = labelOf(said);
  if (label !== undefined) return { kind: "button", buttonId: buttonId(conversation, label, old) };
  if (said === photo) return { kind: "unreadable", of: "picture" };
  if (said === nonsenseWords) return { kind: "text", text: nonsense };
  const [, name, argument] = /^\/([a-z]+)(?: (.+))?$/.exec(said) ?? [];
  const command = chatCommandNames.find((one) => one === name);
  if (command) return { kind: "command", name: command, ...(argument !== undefined && { argument }) };
  return { kind: "text", text: said };
}

function buttonId({ replies }: Conversation, label: string, old: boolean): string {
  const pages = replies.map(({ buttons }) => buttons.flat());
  const latest = pages.findLast((page) => page.length > 0);
  const candidates = old ? pages.filter((page) => page !== latest) : [latest ?? []];
  const button = candidates
    .findLast((page) => page.some((one) => one.label === label))
    ?.find((one) => one.label === label);
  if (!button)
    throw new Error(`no button [${label}] there: ${latest?.map((one) => `[${one.label}]`).join(" ")}`);
  return button.id;
}

const isButton = ({ text }: TranscriptLine): boolean => labelOf(text) !== undefined;

function offers({ replies }: Play, { mark, text }: TranscriptLine): string | undefined {
  const shown = replies.findLast(({ buttons }) => buttons.length > 0)?.buttons.flat() ?? [];
  const there = shown.some(({ label }) => label === labelOf(text));
  if (there === (mark === "<")) return undefined;
  return there ? "that button is offered" : "that button is not offered";
}

function holds(play: Play, { mark, text }: TranscriptLine): string | undefined {
  const all = flat(play.replies.map(wordsOf).join("\n"));
  if (mark === "<!") return all.includes(flat(text)) ? "these words were said" : undefined;
  const at = all.indexOf(flat(text), play.from);
  if (at < 0) return "these words were not said, or not in this order";
  play.from = at + flat(text).length;
  return undefined;
}

async function stands({ system, conversation }: Play, { text }: TranscriptLine): Promise<string | undefined> {
  const path = await placeOf(system, conversation);
  return path === text ? undefined : `the journey stands at ${path}`;
}

async function isOnTheBooks(
  { system, conversation }: Play,
  { text }: TranscriptLine,
): Promise<string | undefined> {
  const [what = "", expected = ""] = text.split(" ");
  const found =
    what === "loans" ? await countLoans(system, conversation) : await balance(system, conversation, what);
  return found === expected ? undefined : `the books say ${found}`;
}

async function countLoans({ jobs }: TestAssistant, { chatId }: Conversation): Promise<string> {
  const [row] = await jobs.database.orm.execute<{ count: string }>(sql`
    select count(*) from loans join conversations using (borrower_id)
    where chat_id = ${chatId} and status <> 'abandoned'`);
  return row?.count ?? "";
}

async function balance({ jobs }: TestAssistant, { chatId }: Conversation, account: string): Promise<string> {
  const [row] = await jobs.database.orm.execute<{ balance: string }>(sql`
    select coalesce(sum(e.amount), 0)::numeric(20, 2) as balance
    from ledger_entries e join ledger_transactions t on t.id = e.transaction_id
    join loans l on l.id = t.loan_id join conversations c using (borrower_id)
    where c.chat_id = ${chatId} and e.account = ${account}`);
  return row?.balance ?? "";
}

/** A picture or a file reads as its name and what it shows. Asked for by every line that looks for words in it. */
function wordsOf(reply: Outbound): string {
  const { text, card, media = [] } = reply;
  const words =
    read.get(reply) ??
    [text, ...(card ? [cardText(card)] : []), ...media.map(({ name, alt }) => `(${name}) ${alt}`)].join(
      "\n\n",
    );
  read.set(reply, words);
  return words;
}

const read = new WeakMap<Outbound, string>();

const flat = (text: string): string => text.replace(/\s+/g, " ");
const toldReply = (reply: Outbound): string =>
  [
    wordsOf(reply),
    reply.buttons
      .flat()
      .map(({ label }) => `[${label}]`)
      .join(" "),
  ]
    .join("\n")
    .replace(/^/gm, "    ");
