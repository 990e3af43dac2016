/** How a step of a session is brought about by what a borrower can do, if at all. */

import { type DecodedButton, decodeButton } from "../../bot/buttons.ts";
import { chatCommandNames, type Outbound } from "../../bot/messages.ts";
import { type Session, type Step, stepOf } from "../session/session.ts";
import { shanghaiTime } from "../shanghai-time.ts";
import { CauseRefused, steppingRefusals } from "../stepping/refusals.ts";
import { seenOf } from "../stepping/seen-of.ts";
import type { Cause } from "../stepping/world.ts";
import { photo } from "./format.ts";

export interface Act {
  mark: ">" | "~";
  words: string;
  cause: Exclude<Cause, { kind: "begin" }>;
}

/**
 * What a borrower does at step `at` of a replay, for the same as `step`, which is no partner's answer. Throws
 * CauseRefused where there are no words for it.
 */
export async function actOf(replay: Session, at: number, step: Step): Promise<Act> {
  const { cause } = step;
  switch (cause.kind) {
    case "text":
      return write(cause.text);
    case "press":
      return press(cause.label);
    case "clock":
      return moveTo(cause.to);
    case "deadline":
      return deadlineAct(replay, at, cause.key);
    case "event":
      return await wordsFor(replay, at, cause.event);
    default:
      throw new Error("no act of anybody's");
  }
}

const moveTo = (to: string): Act => ({ mark: "~", words: to, cause: { kind: "clock", to } });

function deadlineAct(replay: Session, at: number, key: string): Act {
  const deadline = stepOf(replay, at).world.deadlines.find((one) => one.key === key);
  if (!deadline) throw new CauseRefused(steppingRefusals.noDeadline(key));
  return moveTo(shanghaiTime(deadline.at));
}

type Event = Extract<Cause, { kind: "event" }>["event"];

async function wordsFor(replay: Session, at: number, event: Event): Promise<Act> {
  const { world } = stepOf(replay, at);
  for (const act of candidates(replay, at, event)) {
    const performed = await replay.machine.perform(world, act.cause);
    const [only, second] = performed.traces;
    if (only && !second && isSame(only.event, event)) return act;
  }
  throw new CauseRefused(steppingRefusals.noWords(event.type));
}

const press = (label: string): Act => ({
  mark: ">",
  words: `[${label}]`,
  cause: { kind: "press", label },
});
const write = (text: string): Act => ({ mark: ">", words: text, cause: { kind: "text", text } });

function candidates(replay: Session, at: number, event: Event): Act[] {
  const buttons = buttonsAt(replay, at).filter(({ type }) => type === event.type);
  return [
    ...buttons.map(({ label }) => press(label)),
    ...chatCommandNames.map((name) => write(`/${name}`)),
    ...sentencesFor(event).map(write),
    { mark: ">", words: photo, cause: { kind: "event", event: { type: "unclear" } } },
  ];
}

function buttonsAt(replay: Session, at: number): { label: string; type: string }[] {
  const { reply, world } = stepOf(replay, at);
  const shown = seenOf(reply, world.context) as Outbound | undefined;
  return (shown?.buttons.flat() ?? []).flatMap(({ id, label }) => {
    const button: DecodedButton | undefined = decodeButton(id);
    return button ? [{ label, type: button.event.type }] : [];
  });
}

function sentencesFor({ type, ...payload }: Event): string[] {
  const { amount, installments, persona } = payload;
  if (type === "persona.choose") return [`/persona ${String(persona)}`];
  const parts = [amount !== undefined && `${amount}`, installments !== undefined && `${installments}期`];
  const said = parts.filter(Boolean).join("分");
  return [said, `我想借${said}`, `borrow ${String(amount)}`, `${String(installments)} months`];
}

function isSame({ turnId: _, at: __, ...traced }: Event, event: Event): boolean {
  return Object.entries({ ...traced, ...event }).every(([name]) =>
    sameValue(traced[name as "type"], event[name]),
  );
}

/** A button carries the beginning of a hash. */
const sameValue = (traced: unknown, given: unknown): boolean =>
  JSON.stringify(traced) === JSON.stringify(given) ||
  (typeof traced === "string" &&
    typeof given === "string" &&
    traced.length >= 16 &&
    given.startsWith(traced));
