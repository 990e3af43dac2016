/** Loans lived through day by day, twice: by the application and its closes, and by the domain and the machine. */
import { closeNextDay } from "../../../db/close/close-day.ts";
import type { Database } from "../../../db/connection/connection.ts";
import { addDays } from "../../../domain/calendar/dates.ts";
import { planReminders } from "../../../domain/contact/reminder-plan.ts";
import { interestOwed } from "../../../domain/loan/accrual.ts";
import { DEFAULT_DAYS_BEFORE, dueStatusOf } from "../../../domain/loan/due-status.ts";
import { type Loan, loanPosition, loanState } from "../../../domain/loan/loan-position.ts";
import { sum } from "../../../domain/money/money.ts";
import type { LoanConventions } from "../../../domain/product/conventions.ts";
import { advanceLoan, FIRST_STAGE, type LoanStage } from "../../../machines/loan.ts";
import { generatedLoan, paid, seeded, withCatalogue } from "./generated-loans.ts";

export interface Lived {
  /** By date: every open loan's row, as the close wrote it and as the domain and the machine have it. */
  days: Map<string, { found: Row[]; expected: Row[] }>;
  /** "loan installment stage", as the domain plans them. */
  reminders: string[];
}

type Row = Record<string, unknown>;

interface Life {
  loan: Loan;
  daysBefore: number;
  stage: LoanStage;
  /** How often it pays what is due or overdue, a day. */
  diligence: number;
}

export interface LiveThroughOptions {
  database: Database;
  startsOn: string;
  loans: number;
  days: number;
  seed: number;
  /** Each loan is made with one of them; without any with the house's. */
  conventions?: readonly LoanConventions[];
}

export async function liveThrough(options: LiveThroughOptions): Promise<Lived> {
  const { database, startsOn } = options;
  const random = seeded(options.seed);
  const lives = await bear(options, random);
  const lived: Lived = { days: new Map(), reminders: [] };
  for (let day = 0; day < options.days; day += 1) {
    const on = addDays(startsOn, day);
    const open = lives.filter(({ loan, stage }) => loan.disbursedOn <= on && stage !== "settled");
    for (const life of open) await pay(database, life, on, random);
    await closeNextDay(database.orm, on);
    const expected = open.map((life) => step(life, on));
    lived.reminders.push(...open.flatMap((life) => remindersOn(life, on)));
    lived.days.set(on, { found: await positionsOn(database, on), expected: expected.toSorted(byId) });
  }
  return lived;
}

async function bear(
  { database, startsOn, loans, conventions }: LiveThroughOptions,
  random: () => number,
): Promise<Life[]> {
  await withCatalogue(database.orm);
  const lives: Life[] = [];
  for (let index = 0; index < loans; index += 1) {
    const { loan, daysBefore } = await generatedLoan(database, random, startsOn, conventions);
    const diligence = [0, 0.03, 0.15, 0.5, 1][index % 5] ?? 1;
    lives.push({ loan, daysBefore: daysBefore ?? DEFAULT_DAYS_BEFORE, stage: FIRST_STAGE, diligence });
  }
  return lives;
}

/** On the day, late, ahead, in part, all at once, or on a date past, as a card's money does. */
async function pay(database: Database, life: Life, on: string, random: () => number): Promise<void> {
  const wish = random();
  const { dueToday, overdue } = loanPosition(life.loan, on);
  const pressed = dueToday.total !== "0.00" || overdue.total !== "0.00";
  const whim = wish < 0.03 * life.diligence;
  if (!whim && !(pressed && wish < life.diligence)) return;
  const kind = random() < 0.2 ? "partial" : whim && random() < 0.1 ? "payoff" : "due";
  const last = life.loan.repayments.at(-1)?.valueDate ?? life.loan.disbursedOn;
  const sent = random() < 0.2 ? addDays(on, -2) : on;
  const after = await paid(database.orm, life.loan, { kind, on: sent < last ? last : sent, share: random() });
  if (after) life.loan = after;
}

/** The machine's step, and the row that it comes to. */
function step(life: Life, on: string): Row {
  const position = loanPosition(life.loan, on);
  const { overdue, dueToday, nextDue } = position;
  const state = loanState(life.loan, on);
  life.stage = advanceLoan(life.stage, {
    ...{ type: "businessDay", date: on, daysBefore: life.daysBefore },
    dueStatus: dueStatusOf(position),
    contactDays: life.loan.conventions.contactDays,
  });
  return {
    id: life.loan.id,
    stage: life.stage,
    days_past_due: position.daysPastDue,
    principal: position.outstandingPrincipal,
    interest: sum(state.installments.map((one) => interestOwed(state, one))).toFixed(2),
    penalty: overdue.penalty,
    overdue_principal: overdue.principal,
    overdue_interest: overdue.interest,
    due_today: dueToday.total,
    next_number: nextDue?.number ?? null,
    next_due_date: nextDue?.dueDate ?? null,
    next_amount: nextDue?.amount ?? null,
  };
}

function remindersOn({ loan, daysBefore }: Life, on: string): string[] {
  const unsettled = new Set(
    loanPosition(loan, on)
      .installments.filter(({ status }) => status !== "settled")
      .map(({ number }) => number),
  );
  return planReminders({ loan, daysBefore })
    .filter(({ date, installment }) => date === on && unsettled.has(installment))
    .map(({ installment, stage }) => `${loan.id} ${installment} ${stage}`);
}

async function positionsOn({ sql }: Database, on: string): Promise<Row[]> {
  const rows = await sql<Row[]>`
    select loan_id as id, stage, days_past_due, principal, interest, penalty, overdue_principal,
      overdue_interest, due_today, next_number, next_due_date::text, next_amount
    from loan_positions where "on" = ${on}`;
  return [...rows].toSorted(byId);
}

const byId = (a: Row, b: Row): number => String(a["id"]).localeCompare(String(b["id"]));
