/**
 * A session as a transcript (test/support/transcript/transcript.ts says how they are written). It plays against the
 * sandbox, so the borrower's part is gone through once more here, with the sandbox's answers: where that leads
 * elsewhere than the tester went, there is no such transcript.
 */
import { cardText } from "../../bot/card-text.ts";
import type { Outbound } from "../../bot/messages.ts";
import { isCopy } from "../stepping/begin-journey.ts";
import { CauseRefused, refusals } from "../stepping/refusals.ts";
import { pathOf } from "./path.ts";
import { beginSession, follow, type Session, type Step, takeStep, wayTo } from "./session.ts";
import { tellStep } from "./tell-step.ts";
import { type Act, actOf } from "./transcript-acts.ts";

export interface TranscriptOptions {
  /** What the story shows: its first line. */
  title: string;
}

/** Up to the step. Throws CauseRefused, saying which step no borrower and no sandbox can bring about. */
export async function writeTranscript(
  session: Session,
  id: number,
  options: TranscriptOptions,
): Promise<string> {
  if (!session.machine.speaks) throw new CauseRefused(refusals.noBorrower());
  if (isCopy(startOf(session))) throw new CauseRefused(refusals.midway());
  const way = wayTo(session, id);
  const replayed = beginSession(session.machine, startOf(session));
  const lines = [`# ${options.title}`, ...headersOf(startOf(session))];
  let at = 0;
  for (const [index, step] of way.entries()) {
    const act = await actOf(replayed, at, step);
    if (!act) continue;
    const taken = await play(replayed, at, act);
    at = taken.at(-1)?.id ?? at;
    lines.push("", `${act.mark} ${act.words}`, ...expectations(taken, replayed.steps[at]));
    assertSame(way, index, replayed.steps[at]);
  }
  return `${lines.join("\n")}\n`;
}

const startOf = ({ steps: [first] }: Session): unknown =>
  first?.cause.kind === "begin" ? first.cause.start : {};

function headersOf(start: unknown): string[] {
  const { locale = "zh-CN", at = "2016-02-10T10:00:00+08:00" } = start as {
    locale?: string | null;
    at?: string;
  };
  return [...(locale === null ? [] : [`lang: ${locale.slice(0, 2)}`]), `now: ${at}`];
}

async function play(session: Session, from: number, { cause }: Act): Promise<Step[]> {
  const own = await takeStep(session, from, cause);
  return [own, ...(await follow(session, own.id))];
}

/** Where the tester stood before the borrower's next act is where the replay must stand now. */
function assertSame(way: readonly Step[], index: number, now: Step | undefined): void {
  const next = way.findIndex((step, place) => place > index && isAct(step));
  const upTo = next < 0 ? way.length : next;
  const stood = way[upTo - 1];
  if (!stood || !now || pathOf(stood.world.value) === pathOf(now.world.value)) return;
  const between = way.slice(index + 1, upTo).map((step) => tellStep(step, way[way.indexOf(step) - 1]).words);
  const why = between.length > 0 ? between.join(", ") : "nothing";
  const [there, here] = [pathOf(stood.world.value), pathOf(now.world.value)];
  throw new CauseRefused(refusals.otherThanSandbox({ step: way[index]?.id ?? 0, why, there, here }));
}

const acts: ReadonlySet<string> = new Set(["text", "press", "clock", "deadline", "event"]);
const isAct = ({ cause }: Step): boolean => acts.has(cause.kind);

/** The first line of each reply and its figures, the buttons of the last one, and where the journey then stands. */
function expectations(taken: readonly Step[], last: Step | undefined): string[] {
  const replies = taken.flatMap((step) => (step.reply ? [shownOf(step)] : []));
  const buttons = replies.findLast((reply) => reply.buttons.length > 0)?.buttons.flat() ?? [];
  return [
    ...replies.flatMap(wordsOf).map((words) => `< ${words}`),
    ...buttons.map(({ label }) => `< [${label}]`),
    ...(last ? [`@ ${pathOf(last.world.value)}`] : []),
  ];
}

function shownOf({ reply, world }: Step): Outbound {
  const english = world.context["locale"] === "en";
  return (english ? reply?.en : reply?.["zh-CN"]) as Outbound;
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
