/** The journey with what surrounds it in a turn: words and buttons, partners, deadlines, replies in both languages. */
import type { z } from "zod";
import { type DecodedButton, decodeButton } from "../../bot/buttons.ts";
import type { Outbound } from "../../bot/messages.ts";
import { renderJourney } from "../../bot/views/render-journey.ts";
import { definitionOf, eventSchemas, eventTypes } from "../../machines/events/table.ts";
import { journey } from "../../machines/journey.ts";
import type { JourneyContext } from "../../machines/journey-context.ts";
import { isHeard } from "../../machines/journey-events.ts";
import { beginJourney, journeyStart } from "../stepping/begin-journey.ts";
import { steppingAnswers } from "../stepping/partner-answers.ts";
import { performJourney } from "../stepping/perform-journey.ts";
import type { World } from "../stepping/world.ts";
import type { EventForm, InspectedMachine, Offers } from "./inspected-machine.ts";

const events: EventForm[] = eventTypes
  .filter((type) => isHeard({ type }))
  .map((type) => ({ type, origin: definitionOf(type).from, schema: eventSchemas[type] }));

const contextOf = ({ context }: World): JourneyContext => context as unknown as JourneyContext;

/** The reply now on screen, as the borrower sees it. */
const shown = (world: World): Outbound | undefined =>
  world.shownSeq === 0
    ? undefined
    : renderJourney({ value: world.value, context: contextOf(world), seq: world.shownSeq });

async function offers(world: World): Promise<Offers> {
  const buttons = shown(world)?.buttons.flat() ?? [];
  const answers = world.commands.map(async (command) => ({
    command: command.command,
    key: command.key,
    choices: (await steppingAnswers(world, command)).map(({ id, label }) => ({
      id,
      label,
      cause: { kind: "answer" as const, key: command.key, answer: id },
    })),
  }));
  return {
    buttons: buttons.map(({ id, label }) => ({ id, label, cause: { kind: "press", label } })),
    answers: await Promise.all(answers),
    deadlines: world.deadlines.map(({ key, at, event }) => ({
      id: key,
      label: event.type,
      at,
      due: Date.parse(at) <= Date.parse(world.at),
      cause: { kind: "deadline", key },
    })),
  };
}

/** Of a button on screen first; else what the context knows under that name. */
function suggest(world: World, type: string): Record<string, unknown> {
  const { quote, loans, processing, repayment, assessment, means } = contextOf(world);
  const onScreen = (shown(world)?.buttons.flat() ?? [])
    .map(({ id }) => decodeButton(id))
    .find((button): button is DecodedButton => button?.event.type === type);
  const [loan] = loans;
  const [way] = processing;
  return {
    hash: (type === "repay.confirm" ? repayment?.hash : quote?.hash) ?? "",
    quoteId: quote?.id ?? "",
    loanId: way?.loanId ?? loan?.id ?? "",
    ...{ loan: world.loans.at(-1), assessment: assessment ?? undefined, means },
    ...(way && { repaymentId: way.repaymentId, amount: way.amount, arrivesOn: way.arrivesOn }),
    ...onScreen?.event,
  };
}

export const inspectedJourney: InspectedMachine = {
  id: journey.id,
  machine: journey,
  events,
  start: journeyStart satisfies z.ZodType,
  begin: beginJourney,
  perform: performJourney,
  offers,
  suggest,
  speaks: true,
};
