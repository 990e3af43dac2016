/**
 * A session as a transcript (inspector/transcript/format.ts says how they are written). Its lines are read back and
 * gone through anew: there is a transcript only where that gives the same states, money, effects, replies and context.
 */

import { cardText } from "../../bot/channels/card-text.ts";
import type { Outbound } from "../../bot/messages.ts";
import { defaultLocale, primarySubtag } from "../../domain/language/languages.ts";
import { askedBy } from "../live/steer-partners.ts";
import { pathOf } from "../session/path.ts";
import { beginSession, type Session, type Step, stepOf, wayTo } from "../session/session.ts";
import { tellStep } from "../session/tell-step.ts";
import { isCopy } from "../stepping/is-copy.ts";
import { type Both, CauseRefused, steppingRefusals } from "../stepping/refusals.ts";
import { seenOf } from "../stepping/seen-of.ts";
import { actOf } from "./act-of.ts";
import { booksOf } from "./books-of.ts";
import { firstDifference } from "./first-difference.ts";
import { answerWords, asSandbox, readTranscriptLine, type TranscriptLine, waits } from "./format.ts";
import { type Played, playLines } from "./play-lines.ts";

export interface TranscriptOptions {
  /** What the story shows: its first line. */
  title: string;
}

/** Up to the step. Throws CauseRefused, saying which step no transcript can tell, and what would be otherwise. */
export async function writeTranscript(
  session: Session,
  id: number,
  options: TranscriptOptions,
): Promise<string> {
  if (!session.machine.speaks) throw new CauseRefused(steppingRefusals.noBorrower());
  if (isCopy(startOf(session))) throw new CauseRefused(steppingRefusals.midway());
  const replay = beginSession(session.machine, startOf(session));
  const lines = [`# ${options.title}`, ...headersOf(startOf(session))];
  let at = 0;
  let books: readonly string[] = booksOf(stepOf(replay, 0).world);
  for (const scene of scenesOf(wayTo(session, id))) {
    for (const played of await tellScene(replay, at, scene)) {
      at = played.at;
      const last = stepOf(replay, at);
      const now = booksOf(last.world);
      const changed = now.filter((line) => !books.includes(line));
      books = now;
      lines.push(
        ...blankBefore(played.line),
        played.line.line,
        ...expectations(played.taken, last),
        ...changed,
      );
    }
  }
  return `${lines.join("\n")}\n`;
}

const blankBefore = ({ mark }: TranscriptLine): string[] => (mark === "!" ? [] : [""]);

const startOf = ({ steps: [first] }: Session): unknown =>
  first?.cause.kind === "begin" ? first.cause.start : {};

function headersOf(start: unknown): string[] {
  const { locale = defaultLocale, at = "2016-02-10T10:00:00+08:00" } = start as {
    locale?: string | null;
    at?: string;
  };
  return [...(locale === null ? [] : [`lang: ${primarySubtag(locale)}`]), `now: ${at}`];
}

/** What somebody does, with the answers and the deadlines that follow. */
interface Scene {
  /** The step before it. */
  before: Step;
  act: Step;
  steps: Step[];
}

function scenesOf([first, ...way]: readonly Step[]): Scene[] {
  const scenes: Scene[] = [];
  let before = first;
  for (const step of way) {
    const scene = scenes.at(-1);
    if (before && (!scene || isAct(step, before))) scenes.push({ before, act: step, steps: [step] });
    else scene?.steps.push(step);
    before = step;
  }
  return scenes;
}

function isAct({ cause }: Step, { world }: Step): boolean {
  if (cause.kind === "answer") return false;
  if (cause.kind !== "deadline") return true;
  const deadline = world.deadlines.find(({ key }) => key === cause.key);
  return deadline !== undefined && Date.parse(deadline.at) > Date.parse(world.at);
}

/** With the sandbox answering by itself where that is the same, else with each answer in a line of its own. */
async function tellScene(replay: Session, at: number, scene: Scene): Promise<Played[]> {
  const { act, before, steps } = scene;
  const refuse = (why: Both) =>
    new CauseRefused(
      steppingRefusals.noTranscript({ step: act.id, words: tellStep(act, before).words, why }),
    );
  const due = steps.at(-1)?.world.deadlines.find((one) => Date.parse(one.at) <= Date.parse(lastAt(steps)));
  if (due) throw refuse(steppingRefusals.leftDue(due.event.type));
  const { mark, words } = await actOf(replay, at, act);
  const own = `${mark} ${words}`;
  const answers = await answerLines(replay, scene);
  // What was waited for since an earlier line is told in so many words.
  const ways = before.world.commands.length > 0 ? [answers] : [[], ...(answers.length > 0 ? [answers] : [])];
  let otherwise: Both | undefined;
  for (const lines of ways) {
    const told = await attempt(replay, at, { scene, lines: [own, ...lines] });
    if (Array.isArray(told)) return told;
    otherwise = told;
  }
  throw otherwise ? refuse(otherwise) : new Error("a scene is told in one way at least");
}

const lastAt = (steps: readonly Step[]): string => steps.at(-1)?.world.at ?? "";

/** What they gave, or what is otherwise. */
async function attempt(
  replay: Session,
  at: number,
  { scene, lines }: { scene: Scene; lines: readonly string[] },
): Promise<Played[] | Both> {
  const read = lines.flatMap((line, index) => readTranscriptLine(line, index + 1) ?? []);
  try {
    const played = await playLines(replay, at, read);
    const taken = played.flatMap((one) => one.taken);
    return firstDifference({ told: scene.steps, played: taken }) ?? played;
  } catch (error) {
    if (error instanceof CauseRefused) return error.says;
    throw error;
  }
}

/** Each answer that was chosen, and whoever has not answered at the end. */
async function answerLines({ machine }: Session, { before, steps }: Scene): Promise<string[]> {
  const lines: string[] = [];
  let { world } = before;
  for (const { cause, world: after } of steps) {
    if (cause.kind === "answer") {
      const asked = (await machine.offers(world)).answers.find(({ key }) => key === cause.key);
      const { command = "", choices = [] } = asked ?? {};
      const own = choices[0]?.id === cause.answer && !askedBy(command, cause.answer);
      lines.push(`! ${answerWords({ asked: command, answer: own ? asSandbox : cause.answer })}`);
    }
    world = after;
  }
  const waiting = new Set(world.commands.map(({ command }) => command));
  return [...lines, ...[...waiting].map((asked) => `! ${answerWords({ asked, answer: waits })}`)];
}

/** The first line of each reply and its figures, the buttons of the last one, and where the journey then stands. */
function expectations(taken: readonly Step[], last: Step): string[] {
  const replies = taken.flatMap((step) => (step.reply ? [shownOf(step)] : []));
  const buttons = replies.findLast((reply) => reply.buttons.length > 0)?.buttons.flat() ?? [];
  return [
    ...replies.flatMap(wordsOf).map((words) => `< ${words}`),
    ...buttons.map(({ label }) => `< [${label}]`),
    `@ ${pathOf(last.world.value)}`,
  ];
}

function shownOf({ reply, world }: Step): Outbound {
  return seenOf(reply, world.context) as Outbound;
}

/** Numbers of loans are the database's to give. */
const namesLoan = /JD\d+/;

function wordsOf({ text, card }: Outbound): string[] {
  const [first = ""] = text.split("\n");
  const figures = card ? cardText({ ...card, rows: [], columns: [] }).split("\n") : [];
  return [first, ...figures]
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "" && !namesLoan.test(line) && !/^\[.+\]$/.test(line));
}
