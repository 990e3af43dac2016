/** What bot/turn/store-effects.ts and the commands' bookings write, kept in a world of plain values. */
import { deductionTries } from "../../bot/commands/deduct.ts";
import { startOfDayInShanghai } from "../../domain/calendar/dates.ts";
import type { Loan } from "../../domain/loan/loan-position.ts";
import type { Quote } from "../../domain/pricing/quote.ts";
import type { Command, CommandNamed } from "../../machines/commands.ts";
import type { Deadline, Effect, Fact } from "../../machines/effects.ts";
import type { JourneyEvent } from "../../machines/journey-events.ts";
import type { World } from "./world.ts";

export interface KeepEffectsOptions {
  effects: readonly Effect[];
  /** Partners' answers among them are booked. */
  events: readonly JourneyEvent[];
}

export function keepEffects(world: World, { effects, events }: KeepEffectsOptions): World {
  return effects.reduce(keepOne, events.reduce(book, world));
}

function keepOne(world: World, effect: Effect): World {
  if ("fact" in effect) return keepFact(world, effect);
  if ("command" in effect) return keepCommand(world, effect);
  if ("deadline" in effect) return keepDeadline(world, effect);
  return { ...world, at: effect.to };
}

function keepFact(world: World, fact: Fact): World {
  if (fact.fact === "loan.signed") return { ...world, loans: [...world.loans, loanOf(fact.quote, world)] };
  if (fact.fact !== "loan.abandoned") return world;
  return { ...world, loans: world.loans.filter(({ id }) => id !== fact.loanId) };
}

/** Numbers as the database's sequence gives them. */
const firstNumber = 10_000_001;

function loanOf(quote: Quote, { loans }: World): Loan {
  const { id, hash, annualRate, totalInterest, totalPayable, apr, issuedAt, expiresAt, ...terms } = quote;
  const number = `JD${firstNumber + loans.length}`;
  return { ...terms, id, number, quoteId: id, quoteHash: hash, repayments: [] };
}

/** One command a key, as the database has it. */
function keepCommand(world: World, command: Command): World {
  if (world.commands.some(({ key }) => key === command.key)) return world;
  const commands = [...world.commands, command];
  if (command.command === "deduct")
    return { ...world, commands, begun: [...world.begun, ...begunBy(command, world)] };
  if (command.command !== "collect") return { ...world, commands };
  const { repaymentId: id, kind, amount, rail, loanId, confirmedAt } = command;
  return { ...world, commands, begun: [...world.begun, { id, kind, amount, rail, loanId, confirmedAt }] };
}

function begunBy(command: CommandNamed<"deduct">, { loans }: World): World["begun"] {
  const loan = loans.find(({ id }) => id === command.loanId);
  const tries = loan ? deductionTries(loan, command) : [];
  return tries.map(({ valueDate, ...one }) => ({
    ...{ ...one, loanId: command.loanId, confirmedAt: startOfDayInShanghai(valueDate) },
  }));
}

function keepDeadline(world: World, deadline: Deadline): World {
  const { key } = deadline;
  const hit = (other: string) => (key.endsWith(":") ? other.startsWith(key) : other === key);
  const others = world.deadlines.filter((one) => !hit(one.key));
  if (deadline.deadline === "clear") return { ...world, deadlines: others };
  const deadlines = [...others, deadline].sort(
    (a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.key < b.key ? -1 : 1),
  );
  return { ...world, deadlines };
}

function book(world: World, event: JourneyEvent): World {
  if (event.type === "repayment.completed") {
    const { loan, repayment } = event;
    return {
      ...world,
      loans: world.loans.map((known) => (known.id === loan.id ? loan : known)),
      begun: world.begun.filter(({ id }) => id !== repayment.id),
    };
  }
  if (event.type !== "repayment.refused") return world;
  return { ...world, begun: world.begun.filter(({ id }) => id !== event.repaymentId) };
}
