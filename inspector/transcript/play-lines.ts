/** A transcript's lines gone through in the inspector, as test/support/transcript/play.ts does in the real assistant. */
import { commandDefinitions } from "../../bot/commands/commands.ts";
import { askedBy } from "../live/steer-partners.ts";
import { follow, type Session, type Step, stepOf, takeStep, wayTo } from "../session/session.ts";
import { CauseRefused, steppingRefusals } from "../stepping/refusals.ts";
import type { Cause } from "../stepping/world.ts";
import {
  answerWords,
  asSandbox,
  heldAfter,
  labelOf,
  nonsense,
  nonsenseWords,
  photo,
  readAnswer,
  readWay,
  type TranscriptLine,
  waits,
} from "./format.ts";

type Act = Exclude<Cause, { kind: "begin" }>;

export interface Played {
  line: TranscriptLine;
  taken: Step[];
  /** The step at which the line ends. */
  at: number;
}

/** Each line with the steps that it brought. Throws CauseRefused. */
export async function playLines(
  session: Session,
  from: number,
  lines: readonly TranscriptLine[],
): Promise<Played[]> {
  const played: Played[] = [];
  let at = from;
  for (const [index, line] of lines.entries()) {
    const taken: Step[] = [];
    const held = heldAfter(lines, index);
    for (const cause of await causesOf(session, at, line)) {
      const own = await act(session, at, cause);
      taken.push(own, ...(await follow(session, own.id, held)));
      at = taken.at(-1)?.id ?? at;
    }
    played.push({ line, taken, at });
  }
  return played;
}

async function act(session: Session, at: number, cause: Act): Promise<Step> {
  try {
    return await takeStep(session, at, cause);
  } catch (error) {
    if (!(error instanceof CauseRefused) || cause.kind !== "press") throw error;
    // A button that is no longer on screen.
    return await takeStep(session, at, { kind: "event", event: { type: "button.stale" } });
  }
}

async function causesOf(session: Session, at: number, { mark, text }: TranscriptLine): Promise<Act[]> {
  if (mark === "~") return [{ kind: "clock", to: text }];
  if (mark === "!") return await answersOf(session, at, text);
  if (mark !== ">") return [];
  const { said, way } = readWay(text);
  if (way === "an old one") return [{ kind: "event", event: { type: "button.stale" } }];
  const one = actOf(said);
  return way === "twice at once" ? [one, one] : [one];
}

function actOf(said: string): Act {
  const label = labelOf(said);
  if (label !== undefined) return { kind: "press", label };
  if (said === photo) return { kind: "event", event: { type: "unclear" } };
  if (said === nonsenseWords) return { kind: "text", text: nonsense };
  return { kind: "text", text: said };
}

async function answersOf(session: Session, at: number, text: string): Promise<Act[]> {
  const { asked, answer } = readAnswer(text);
  const { world } = stepOf(session, at);
  const command = world.commands.find((one) => one.command === asked);
  if (!command) throw new CauseRefused(steppingRefusals.nobodyWaits(asked));
  if (answer === waits) return [];
  const { key } = command;
  const offered = (await session.machine.offers(world)).answers.find((one) => one.key === key)?.choices ?? [];
  const own = offered[0];
  if (answer === asSandbox && own) return [own.cause as Act];
  if (!askedBy(asked, answer))
    throw new CauseRefused(steppingRefusals.noPartnerSays(answerWords({ asked, answer })));
  const silent = { kind: "answer" as const, key, answer };
  if (
    commandDefinitions[command.command].movesMoney &&
    answer === "time-out" &&
    wasTaken(session, at, silent)
  )
    throw new CauseRefused(steppingRefusals.patienceOnce(asked));
  return [silent];
}

const wasTaken = (session: Session, at: number, cause: Act): boolean =>
  wayTo(session, at).some((step) => JSON.stringify(step.cause) === JSON.stringify(cause));
