/** One turn of the journey, as bot/turn/handle-turn.ts runs it, with a world of plain values for the database. */
import { chatCommandNames, type Inbound } from "../../bot/messages.ts";
import { withoutSecrets } from "../../bot/secrets/mask-secrets.ts";
import type { Conversation } from "../../bot/turn/conversation.ts";
import { decide, earlierDay } from "../../bot/turn/decide.ts";
import { readInbound } from "../../bot/turn/read-inbound.ts";
import { renderJourney } from "../../bot/views/render-journey.ts";
import { advanceJourney, type JourneyState, journey } from "../../machines/journey.ts";
import type { JourneyContext } from "../../machines/journey-context.ts";
import { type JourneyEvent, journeyEventSchema } from "../../machines/journey-events.ts";
import { checked, laterOf } from "./checked.ts";
import { inEveryLanguage } from "./in-every-language.ts";
import { keepEffects } from "./keep-effects.ts";
import { steppingAnswers } from "./partner-answers.ts";
import { CauseRefused, steppingRefusals } from "./refusals.ts";
import { traceEvent } from "./trace.ts";
import type { Cause, Performed, Trace, World } from "./world.ts";

/** Applied to the world once the event has been taken. */
type Afterwards = (world: World) => World;

interface Reading {
  events: readonly JourneyEvent[];
  at: string;
  afterwards?: Afterwards;
}

export async function performJourney(
  world: World,
  cause: Exclude<Cause, { kind: "begin" }>,
): Promise<Performed> {
  if (cause.kind === "clock") {
    return { world: { ...world, at: laterOf(world.at, cause.to) }, traces: [], effects: [] };
  }
  const { events, at, afterwards = (same) => same } = await readCause(world, cause);
  const turn = world.turn + 1;
  const stamp = { turnId: turnIdOf(turn), at };
  const conversation = conversationOf(world);
  const { next, effects, reply } = decide(conversation, events, { ...stamp, now: world.at });
  const traces = traceAll(
    conversation.state,
    events.map((event) => ({ ...event, ...stamp })),
  );
  const { value, context } = next.state;
  const seen = { ...world, value, context: { ...context }, turn, shownSeq: next.shownSeq };
  const kept = keepEffects(afterwards(seen), { effects, events });
  return {
    world: kept,
    traces,
    effects,
    ...(reply && { reply: inEveryLanguage(next.state, next.seq, earlierDay(at, world.at)) }),
  };
}

/** Unique within a session; as long as the ids of the running assistant, which its texts may shorten. */
const turnIdOf = (turn: number): string => `00000000-0000-7000-8000-${String(turn).padStart(12, "0")}`;

/** The machine's own state with the shell's sequence; nothing else of a conversation is looked at. */
const conversationOf = ({ value, context, turn, shownSeq }: World): Conversation => ({
  ...{ id: "", channel: "terminal", chatId: "", senderId: "", borrowerId: "", clockOffsetMs: 0 },
  ...{ seq: turn, shownSeq },
  state: { value, context: context as unknown as JourneyContext },
});

async function readCause(world: World, cause: Exclude<Cause, { kind: "begin" | "clock" }>): Promise<Reading> {
  const { at } = world;
  switch (cause.kind) {
    case "text":
      return {
        events: readInbound(conversationOf(world), withoutSecrets(inboundOf(cause.text)), { at }).events,
        at,
      };
    case "press":
      return { events: readPress(world, cause.label), at };
    case "event":
      return { events: [checked(journeyEventSchema, cause.event)], at };
    case "deadline":
      return readDeadline(world, cause.key);
    case "answer":
      return await readAnswer(world, cause);
  }
}

const from = { channel: "terminal", chatId: "", senderId: "", messageId: "" } as const;

/** What a borrower types, with "/" as messengers have it. */
function inboundOf(text: string): Inbound {
  const [, word, argument] = /^\/([a-z]+)(?: (.+))?$/.exec(text.trim()) ?? [];
  const name = chatCommandNames.find((one) => one === word);
  if (name) return { ...from, kind: "command", name, ...(argument !== undefined && { argument }) };
  return { ...from, kind: "text", text };
}

function readPress(world: World, label: string): readonly JourneyEvent[] {
  const conversation = conversationOf(world);
  const buttons =
    world.shownSeq === 0 ? [] : renderJourney({ ...conversation.state, seq: world.shownSeq }).buttons.flat();
  const button = buttons.find((one) => one.label === label);
  if (!button) throw new CauseRefused(steppingRefusals.noButton(label));
  return readInbound(conversation, { ...from, kind: "button", buttonId: button.id }, { at: world.at }).events;
}

function readDeadline(world: World, key: string): Reading {
  const deadline = world.deadlines.find((one) => one.key === key);
  if (!deadline) throw new CauseRefused(steppingRefusals.noDeadline(key));
  const { at, event } = deadline;
  const later = Date.parse(at) > Date.parse(world.at) ? at : world.at;
  return {
    events: [event],
    at,
    afterwards: (after) => ({
      ...after,
      at: later,
      deadlines: after.deadlines.filter((one) => one.key !== key),
    }),
  };
}

async function readAnswer(
  world: World,
  { key, answer }: Extract<Cause, { kind: "answer" }>,
): Promise<Reading> {
  const command = world.commands.find((one) => one.key === key);
  if (!command) throw new CauseRefused(steppingRefusals.nobodyWaits(key));
  const chosen = (await steppingAnswers(world, command)).find(({ id }) => id === answer);
  if (!chosen) throw new CauseRefused(steppingRefusals.noAnswer(command.command, answer));
  const answered = ({ commands, ...rest }: World): World => ({
    ...rest,
    commands: chosen.final ? commands.filter((one) => one.key !== key) : commands,
  });
  return { events: [chosen.event], at: world.at, afterwards: answered };
}

/** Each event with what the machine makes of it, one after the other. */
function traceAll(state: JourneyState, events: readonly Parameters<typeof advanceJourney>[1][]): Trace[] {
  let before = state;
  return events.map((event) => {
    const trace = traceEvent({ machine: journey, before, event: { ...event } });
    before = advanceJourney(before, event).state;
    return trace;
  });
}
