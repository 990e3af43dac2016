/** What a partner may answer to a command: the sandbox's own answer first, then every other. */
import { assess } from "../../bot/commands/assess.ts";
import { deductionTries } from "../../bot/commands/deduct.ts";
import { findCard as runFindCard } from "../../bot/commands/find-card.ts";
import { movesMoney } from "../../bot/commands/moves-money.ts";
import { settleCollection } from "../../bot/commands/settle-collection.ts";
import { verifyName as runVerifyName } from "../../bot/commands/verify-name.ts";
import type { Queryable } from "../../db/connection/connection.ts";
import { addDays, shanghaiDate, startOfDayInShanghai } from "../../domain/calendar/dates.ts";
import type { BorrowerFacts } from "../../domain/eligibility/borrower-facts.ts";
import type { Loan } from "../../domain/loan/loan.ts";
import type { Command } from "../../machines/effects.ts";
import type { JourneyContext } from "../../machines/journey-context.ts";
import type { JourneyEvent } from "../../machines/journey-events.ts";
import type { CollectResult, PartnerCall, Partners } from "../../partners/ports.ts";
import { sandboxPartners } from "../../partners/sandbox/partners.ts";
import { findPersona } from "../../partners/sandbox/personas.ts";
import { forcedCollection } from "./forced-collection.ts";
import { CauseRefused, refusals } from "./refusals.ts";
import { refusedFacts } from "./refused-facts.ts";
import type { World } from "./world.ts";

export interface PartnerAnswer {
  id: string;
  label: string;
  event: JourneyEvent;
  /** False where the question stays open: money is asked after until its whereabouts are known. */
  final: boolean;
}

interface Scope<Name extends Command["command"]> {
  world: World;
  command: Extract<Command, { command: Name }>;
  partners: Partners;
  call: PartnerCall;
  begin: () => Promise<boolean>;
}

const answerers: { [Name in Command["command"]]: (scope: Scope<Name>) => Promise<PartnerAnswer[]> } = {
  verifyName,
  findCard,
  assess: assessments,
  verifyFace,
  payOut,
  collect,
  checkCollection,
  deduct,
};

export async function partnerAnswers<Name extends Command["command"]>(
  world: World,
  command: Extract<Command, { command: Name }>,
): Promise<PartnerAnswer[]> {
  const { persona } = contextOf(world);
  const partners = sandboxPartners({ personaOf: async () => persona, production: false });
  const call = { key: command.key, borrowerId: "borrower", at: world.at };
  const answerer = answerers[command.command as Name];
  const answers = await answerer({ world, command, partners, call, begin: async () => true });
  const seen = new Set<string>();
  return [...answers, timeOut(command)].filter(({ event }) => {
    const same = JSON.stringify(event);
    return !seen.has(same) && seen.add(same);
  });
}

const contextOf = ({ context }: World): JourneyContext => context as unknown as JourneyContext;

const answer = (id: string, label: string, event: JourneyEvent): PartnerAnswer => ({
  ...{ id, label, event },
  final: true,
});

const timeOut = (command: Command): PartnerAnswer => ({
  id: "time-out",
  label: "does not answer",
  event: { type: "command.failed", command: command.command },
  final: !movesMoney(command),
});

/** These commands ask their partner alone. */
const noDatabase = {} as Queryable;

async function verifyName(scope: Scope<"verifyName">): Promise<PartnerAnswer[]> {
  const { event } = await runVerifyName({ ...scope, orm: noDatabase });
  return [
    answer("verified", "verified", event),
    ...(["no-match", "document-expired"] as const).map((reason) =>
      answer(reason, `refused: ${reason}`, { type: "identity.refused", reason }),
    ),
  ];
}

async function findCard(scope: Scope<"findCard">): Promise<PartnerAnswer[]> {
  const { event } = await runFindCard({ ...scope, orm: noDatabase });
  const missing = answer("missing", "missing", { type: "card.missing" });
  if (event.type === "card.found") return [answer("found", "found", event), missing];
  const { bank, tail } = findPersona(null).card ?? { bank: "", tail: "" };
  return [missing, answer("found", "found", { type: "card.found", bank, tail })];
}

/** As the persona is judged; then approved; then refused for each reason that the product knows. */
async function assessments(scope: Scope<"assess">): Promise<PartnerAnswer[]> {
  const judge = async (partners: Partners): Promise<JourneyEvent> =>
    (await assess({ ...scope, partners, orm: noDatabase })).event;
  const judgeAs = (facts: BorrowerFacts) =>
    judge({ ...scope.partners, bureau: { report: async () => facts } });
  const judged = await judge(scope.partners);
  const outcome = judged.type === "assessment.completed" ? judged.assessment.outcome : judged.type;
  const own = answer("sandbox", `as the persona is judged: ${outcome}`, judged);
  const approved = answer("approved", "approved", await judgeAs(findPersona("ordinary").facts));
  const refused = refusedFacts.map(async ({ code, facts }) =>
    answer(code, `refused: ${code}`, await judgeAs(facts)),
  );
  return [own, approved, ...(await Promise.all(refused)).filter(({ id, event }) => isRefusedFor(event, id))];
}

const isRefusedFor = (event: JourneyEvent, code: string): boolean =>
  event.type === "assessment.completed" && event.assessment.reasons.some((reason) => reason.code === code);

async function verifyFace({ command: { quoteId } }: Scope<"verifyFace">): Promise<PartnerAnswer[]> {
  return [
    answer("matched", "matched", { type: "face.matched", quoteId }),
    answer("refused", "refused", { type: "face.refused", quoteId }),
  ];
}

const loanOn = ({ loans }: World, id: string): Loan => {
  const loan = loans.find((one) => one.id === id);
  if (!loan) throw new CauseRefused(refusals.noLoan());
  return loan;
};

async function payOut({ world, command, partners, call }: Scope<"payOut">): Promise<PartnerAnswer[]> {
  const loan = loanOn(world, command.loanId);
  const notAfter = startOfDayInShanghai(addDays(loan.disbursedOn, 1));
  const given = await partners.payments.payOut({
    ...call,
    loanId: loan.id,
    amount: command.amount,
    notAfter,
  });
  const paid = answer("paid", "paid", { type: "payout.completed", loan });
  const refused = (["card-rejected", "too-late", "in-arrears"] as const).map((reason) =>
    answer(reason, `refused: ${reason}`, { type: "payout.refused", quoteId: loan.quoteId, reason }),
  );
  if (given.outcome === "paid") return [paid, ...refused];
  return [...refused.filter(({ id }) => id === given.reason), paid, ...refused];
}

async function collect(scope: Scope<"collect">): Promise<PartnerAnswer[]> {
  const { world, command, partners, call } = scope;
  const { repaymentId, loanId, expectedRepayments } = command;
  const loan = loanOn(world, loanId);
  const superseded = answer("superseded", "refused: superseded", {
    type: "repayment.refused",
    repaymentId,
    reason: "superseded",
    loan,
  });
  if (loan.repayments.length !== expectedRepayments) return [superseded];
  const given = await partners.payments.collect({ ...command, ...call });
  return [...collections(scope, repaymentId, given), superseded];
}

/** Rail by rail, as the sandbox does; or each of them as the tester chooses: a rail that refuses is followed by the next. */
async function deduct({ world, command, partners, call }: Scope<"deduct">): Promise<PartnerAnswer[]> {
  const loan = loanOn(world, command.loanId);
  const tries = deductionTries(loan, command);
  const [first] = tries;
  const last = tries.at(-1);
  const skipped = answer("skipped", "nothing to deduct", { type: "deduction.skipped", loanId: loan.id });
  if (!first || !last) return [skipped];
  for (const one of tries) {
    const { id: repaymentId, amount, rail } = one;
    const key = `${call.key}:${rail}`;
    const asked = { ...call, key, loanId: loan.id, repaymentId, amount, rail, maximumFee: "0.00" };
    const given = await partners.payments.collect(asked);
    if (given.outcome === "refused" && one !== last) continue;
    const own = collected(world, repaymentId, given);
    const others = choices.flatMap((choice) => {
      const { id } = choice === "collected" || choice === "processing" ? first : last;
      return collected(world, id, forcedCollection({ choice, own: given, call: asked }));
    });
    return [...own, ...others, skipped];
  }
  return [skipped];
}

async function checkCollection(scope: Scope<"checkCollection">): Promise<PartnerAnswer[]> {
  const { command, partners, call } = scope;
  const { repaymentId, reference } = command;
  return collections(scope, repaymentId, await partners.payments.collection({ ...call, reference }));
}

const choices = ["collected", "processing", "insufficient-funds", "card-rejected"] as const;

/** As the sandbox answers; then every other way. */
function collections(
  { world, call }: Pick<Scope<"collect">, "world" | "call">,
  repaymentId: string,
  own: CollectResult,
): PartnerAnswer[] {
  const others = choices.map((choice) => forcedCollection({ choice, own, call }));
  return [own, ...others].flatMap((result) => collected(world, repaymentId, result));
}

function collected(world: World, repaymentId: string, result: CollectResult): PartnerAnswer[] {
  const begun = world.begun.find(({ id }) => id === repaymentId);
  if (!begun) return [];
  const { loanId, confirmedAt, ...repayment } = begun;
  const { event } = settleCollection({
    loan: loanOn(world, loanId),
    repayment: { ...repayment, valueDate: shanghaiDate(confirmedAt) },
    result,
  });
  const reason = result.outcome === "refused" ? result.reason : undefined;
  return [answer(reason ?? result.outcome, reason ? `refused: ${reason}` : result.outcome, event)];
}
