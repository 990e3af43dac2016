/**
 * What a command may come to: the sandbox's own answer first, then every other that its operations may be given, then
 * what it comes to without asking, and the partner's silence. Each is the command's own code, run on the world's books.
 */
import { commandDefinitions, performCommand } from "../../bot/commands/commands.ts";
import type { Command, CommandName } from "../../machines/commands.ts";
import type { JourneyContext } from "../../machines/journey-context.ts";
import type { JourneyEvent } from "../../machines/journey-events.ts";
import { eachOperation } from "../../partners/each-operation.ts";
import { nameOfAnswer, type OperationName } from "../../partners/operations.ts";
import type { PartnerOperations } from "../../partners/ports.ts";
import { choicesOf, hasVariants } from "../../partners/sandbox/behaviours.ts";
import { type SandboxPartners, sandboxPartners } from "../../partners/sandbox/partners.ts";
import type { World } from "./world.ts";
import { worldBooks } from "./world-books.ts";

export interface PartnerAnswer {
  id: string;
  label: string;
  event: JourneyEvent;
  /** False where the question stays open: money is asked after until its whereabouts are known. */
  final: boolean;
}

interface Scope {
  world: World;
  command: Command;
  sandbox: SandboxPartners;
}

export async function steppingAnswers(world: World, command: Command): Promise<PartnerAnswer[]> {
  const { persona } = world.context as unknown as JourneyContext;
  const sandbox = sandboxPartners({ personaOf: async () => persona, production: false });
  const scope = { world, command, sandbox };
  if (!isKnown(scope)) return [silence(command)];
  const chosen = commandDefinitions[command.command].asks.flatMap((asked) =>
    choicesOf(asked).map((choice) => answerAs(scope, asked, choice)),
  );
  const answers = [await ownAnswer(scope), ...(await Promise.all(chosen)), await contrary(scope)];
  return distinct([...answers.filter(({ id, event }) => tellsTrue(id, event)), silence(command)]);
}

/** A repayment that is not under way in this world cannot be asked after there. */
const isKnown = ({ world, command }: Scope): boolean =>
  command.command !== "checkCollection" || world.begun.some(({ id }) => id === command.repaymentId);

function distinct(answers: PartnerAnswer[]): PartnerAnswer[] {
  const seen = new Set<string>();
  return answers.filter(({ event }) => {
    const same = JSON.stringify(event);
    return !seen.has(same) && seen.add(same);
  });
}

interface Performed {
  partners: PartnerOperations;
  contrary?: boolean;
}

async function perform({ world, command }: Scope, { partners, contrary = false }: Performed) {
  const { key } = command;
  const call = { key, borrowerId: "borrower", at: world.at };
  const books = worldBooks(world, { contrary });
  return (await performCommand<CommandName>({ command, partners, call, books })).event;
}

/** Named as the answer of the operation that was asked last. */
async function ownAnswer(scope: Scope): Promise<PartnerAnswer> {
  let id: string | undefined;
  const partners = eachOperation(async (name, request) => {
    const given = await scope.sandbox[name](request as never);
    id = hasVariants(name) ? "sandbox" : nameOfAnswer(name, given);
    return given as never;
  });
  const event = await perform(scope, { partners });
  return answer(id ?? nameOfEvent(event), event);
}

async function answerAs(scope: Scope, asked: OperationName, choice: string): Promise<PartnerAnswer> {
  const { sandbox } = scope;
  const partners: PartnerOperations = {
    ...sandbox,
    [asked]: (request: never) => sandbox.answerAs(asked, choice, request),
  };
  return answer(choice, await perform(scope, { partners }));
}

/** Where the books have it that nobody is asked. */
async function contrary(scope: Scope): Promise<PartnerAnswer> {
  const event = await perform(scope, { partners: scope.sandbox, contrary: true });
  return answer(nameOfEvent(event), event);
}

/** The reason to refuse, or the last word of the event's type. */
const nameOfEvent = (event: JourneyEvent): string =>
  "reason" in event && event.reason ? event.reason : (event.type.split(".").at(-1) ?? event.type);

function answer(id: string, event: JourneyEvent): PartnerAnswer {
  return { id, label: labelOf(id, event), event, final: true };
}

function labelOf(id: string, event: JourneyEvent): string {
  if (event.type === "assessment.completed" && id === "sandbox")
    return `as the persona is judged: ${event.assessment.outcome}`;
  return "reason" in event || isRefusedFor(event, id) ? `refused: ${id}` : id;
}

/** A borrower made up to be refused for a reason is offered where the product does refuse for it. */
const tellsTrue = (id: string, event: JourneyEvent): boolean =>
  event.type !== "assessment.completed" || id === "sandbox" || id === "approved" || isRefusedFor(event, id);

const isRefusedFor = (event: JourneyEvent, code: string): boolean =>
  event.type === "assessment.completed" && event.assessment.reasons.some((reason) => reason.code === code);

function silence({ command }: Command): PartnerAnswer {
  const definition = commandDefinitions[command];
  const type = definition.movesMoney ? definition.patience.event : definition.givenUp.event;
  return {
    id: "time-out",
    label: "does not answer",
    event: { type, command },
    final: !definition.movesMoney,
  };
}
