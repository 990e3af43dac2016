/** Every state of the journey with every event in it. */
import { isDeepStrictEqual } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { journeyPath, journeyPaths } from "../../bot/views/journey-path.ts";
import { renderJourney } from "../../bot/views/render-journey.ts";
import { verifyQuote } from "../../domain/pricing/quote.ts";
import { advanceJourney, type JourneyState, journey } from "../../machines/journey.ts";
import { isInternal, type JourneyEvent, journeyEventSchema } from "../../machines/journey-events.ts";
import { openSnapshot, packSnapshot } from "../../machines/snapshots.ts";
import { actorAt } from "./actor.ts";
import { allTransitions, nameOfTransition, transitionsTaken } from "./transitions.ts";
import { firstState, nameOf, START, type Visit, walkInArrears, walkJourney } from "./walk.ts";

let visits: Visit[];
/** The same places with something overdue. */
let inArrears: Visit[];
/** One of each kind: the same event at the same place that comes to the same. */
let kinds: Visit[];
let states: Map<string, JourneyState>;

beforeAll(() => {
  visits = walkJourney();
  kinds = [...new Map(visits.map((visit) => [kindOf(visit), visit])).values()];
  inArrears = walkInArrears(visits);
  states = new Map(visits.flatMap(({ before, state }) => [before, state]).map((one) => [nameOf(one), one]));
}, 600_000);

const kindOf = ({ before, event, state, effects }: Visit): string =>
  JSON.stringify([
    ...[journeyPath(before.value), event.type, journeyPath(state.value)],
    ...[state.context.notices.map(({ kind }) => kind), effects.map((effect) => Object.values(effect)[0])],
  ]);

describe("the journey", () => {
  it("comes to every state that has a view, and to no other", () => {
    const reached = new Set([...states.values()].map(({ value }) => journeyPath(value)));
    expect([...reached].sort()).toEqual([...journeyPaths].sort());
  });

  it("takes every transition of its tables", () => {
    const taken = new Set([null, "en" as const].flatMap((locale) => transitionsTaken(locale)));
    for (const visit of [...kinds, ...inArrears])
      for (const one of transitionsTaken(null, visit)) taken.add(one);
    const all = allTransitions();
    const missed = all.filter((transition) => !taken.has(transition)).map(nameOfTransition);
    console.log(
      `The journey: ${journeyPaths.length} states, in ${states.size} situations; ${all.length} transitions; ${visits.length} events tried.`,
    );
    expect(missed).toEqual([]);
  });

  it("lends nothing to whoever is in arrears: no credit check, no quote, no signature, no payout", () => {
    const loans = new Set(["quote.issued", "loan.signed", "assess", "verifyFace", "payOut"]);
    const lending = inArrears
      .filter(({ before }) => !journey.resolveState(before).hasTag("moneyMoves"))
      .filter(({ effects }) => effects.some((one) => loans.has(Object.values(one)[0])))
      .map(({ before, event }) => `${journeyPath(before.value)} ${event.type}`);
    expect(lending).toEqual([]);
    expect(
      new Set(inArrears.flatMap(({ state }) => state.context.notices.map(({ kind }) => kind))),
    ).toContain("arrears");
  });

  it("lets nothing that a borrower does lead out, or take anything back, while money is on its way", () => {
    const moving = [...visits, ...inArrears].filter(
      ({ before, event }) => journey.resolveState(before).hasTag("moneyMoves") && !isInternal(event),
    );
    const underWay = ({
      value,
      context: { quote, loans, repayment, request, processing },
    }: JourneyState) => ({
      ...{ value, quote, loans, repayment, request, processing },
    });
    const moved = moving.filter(({ before, state }) => !isDeepStrictEqual(underWay(before), underWay(state)));
    expect(moving.length).toBeGreaterThan(100);
    expect(moved.map(({ before, event }) => `${journeyPath(before.value)} ${event.type}`)).toEqual([]);
  });

  it("gives the same again for the same, and leaves what it was given alone", () => {
    for (const { before, event, state, effects } of kinds) {
      deepFreeze(before);
      const again = advanceJourney(before, event);
      expect(isDeepStrictEqual({ state: again.state, effects: again.effects }, { state, effects })).toBe(
        true,
      );
    }
  });

  it("goes the same ways as a plain actor, with the same context, and asks for the same", () => {
    for (const { before, event, state, effects } of [...kinds, ...inArrears]) {
      const actor = actorAt(before);
      const wanted = actor.send(event);
      expect(isDeepStrictEqual({ ...actor.state(), wanted }, { ...state, wanted: effects })).toBe(true);
    }
  });

  it("answers whatever a borrower does: by going on, with a notice, or with the present stage asked for again", () => {
    const silent = kinds
      .filter(({ event, state }) => !isInternal(event) && state.context.notices.length === 0)
      .filter(({ before, state }) => isDeepStrictEqual(bare(before), bare(state)))
      .filter(({ before, event }) => !asksForWhatIsThere[event.type]?.test(journeyPath(before.value)))
      .map(({ before, event }) => `${journeyPath(before.value)} ${event.type}`);
    expect(silent).toEqual([]);
  });

  it("can be stored and read back in every state", () => {
    for (const state of states.values()) {
      const stored: unknown = JSON.parse(JSON.stringify(packSnapshot(state, START)));
      expect(openSnapshot(stored)).toEqual(JSON.parse(JSON.stringify(state)));
    }
  });
});

/** The same wish once more: the reply is the stage's own words. */
const asksForWhatIsThere: Partial<Record<JourneyEvent["type"], RegExp>> = {
  ...{ back: /^idle$/, home: /^idle$/, cancel: /^idle$/, locate: /^locatingEntry\.choosing$/ },
  ...{
    borrow: /^(checkingEligibility|quoting|confirming)\./,
    provide: /^(checkingEligibility|quoting|confirming)\./,
  },
  ...{ "amount.change": /^quoting\.askingAmount$/, "term.change": /^quoting\.askingTerm$/ },
  ...{ "loans.show": /^reminding\.watching$/, "reminder.choose": /^reminding\.choosing$/ },
  ...{
    "reminder.hour.choose": /^reminding\.choosingHour$/,
    hardship: /^reminding\.hardship$/,
    "promise.choose": /^reminding\.promising$/,
    "extension.choose": /^reminding\.extending$/,
    "deduction.choose": /^reminding\.deducting$/,
  },
  ...{
    repay: /^repaying\.(nothing|choosing)/,
    "repay.kind": /^repaying\.(nothing|choosingLoan|askingAmount)$/,
  },
};

const bare = ({ value, context }: JourneyState) => ({ value, context: { ...context, notices: [], at: "" } });

function deepFreeze(value: unknown): void {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
}

describe("what a borrower sees", () => {
  /** One state of each look: the same place, the same notices, the same debts. */
  let looks: JourneyState[];
  beforeAll(() => {
    const all = [firstState(), ...visits.map(({ state }) => state)];
    looks = [...new Map(all.map((state) => [lookOf(state), state])).values()];
  });
  const lookOf = ({ value, context }: JourneyState): string =>
    JSON.stringify([
      ...[journeyPath(value), context.notices.map(({ kind }) => kind), context.loans.length],
      ...[context.processing.length, context.repayment?.kind, Object.keys(context.request).length],
    ]);
  /** Without a language the Chinese is shown whole, with the English words below. */
  const locales = ["en", null] as const;

  it.each(locales)("is there in every state, and for every notice (%s)", { timeout: 300_000 }, (locale) => {
    const bad = looks.filter((state) => {
      const shown = renderJourney({ ...state, context: { ...state.context, locale }, seq: 7 });
      const everything = JSON.stringify([shown.text, shown.card, shown.buttons]);
      return shown.text.length === 0 || /undefined|NaN|\[object|"label":""/.test(everything);
    });
    expect(bad.map(nameOf)).toEqual([]);
  });
});

describe("what the journey wants done", () => {
  const withEffects = (): Visit[] => visits.filter(({ effects }) => effects.length > 0);
  const factsOf = ({ effects }: Visit) => effects.flatMap((effect) => ("fact" in effect ? [effect] : []));
  const commandsOf = ({ effects }: Visit) =>
    effects.flatMap((effect) => ("command" in effect ? [effect] : []));

  it("a loan is signed with a consent to its very figures, and from the signing step alone", () => {
    const signed = withEffects().filter((visit) => factsOf(visit).some(({ fact }) => fact === "loan.signed"));
    expect(signed.length).toBeGreaterThan(0);
    for (const visit of signed) {
      const [consent, loan] = factsOf(visit);
      expect(journeyPath(visit.before.value)).toBe("confirming.signing");
      expect(loan).toMatchObject({ fact: "loan.signed", quote: visit.before.context.quote });
      expect(consent).toEqual({
        ...{ fact: "consent.given", kind: "contract" },
        subject: visit.before.context.quote?.hash,
      });
    }
  });

  it("money goes out for a loan signed in the same turn alone, and as much as was signed for", () => {
    for (const visit of withEffects()) {
      const payouts = commandsOf(visit).filter(({ command }) => command === "payOut");
      const loans = factsOf(visit).flatMap((fact) => (fact.fact === "loan.signed" ? [fact.quote] : []));
      expect(payouts).toEqual(
        loans.map(({ id, principal }) => ({
          ...{ command: "payOut", key: `pay-out:${id}`, loanId: id, amount: principal },
        })),
      );
    }
  });

  it("money comes in for the confirmed offer alone", () => {
    const collected = withEffects().flatMap((visit) =>
      commandsOf(visit).flatMap((command) => (command.command === "collect" ? [{ visit, command }] : [])),
    );
    expect(collected.length).toBeGreaterThan(0);
    for (const { visit, command } of collected) {
      expect(journeyPath(visit.before.value)).toBe("repaying.reviewing");
      const { loanId, kind, amount, rail } = visit.before.context.repayment ?? {};
      expect(command).toMatchObject({ loanId, kind, amount, rail, confirmedAt: visit.event.at });
    }
  });

  it("every quote verifies against its hash, and has a deadline at its expiry", () => {
    for (const visit of withEffects()) {
      for (const fact of factsOf(visit).filter((one) => one.fact === "quote.issued")) {
        expect(verifyQuote(fact.quote)).toBe(true);
        expect(visit.effects).toContainEqual({
          ...{ deadline: "set", key: `quote:${fact.quote.id}`, at: fact.quote.expiresAt },
          event: { type: "quote.expired", quoteId: fact.quote.id },
        });
      }
    }
  });

  it("a quote that is left behind is void: by a fact, or because it became a loan", () => {
    for (const visit of visits) {
      const { quote: before } = visit.before.context;
      if (!before || visit.state.context.quote?.id === before.id) continue;
      const booked = visit.state.context.loans.some(({ quoteId }) => quoteId === before.id);
      const ended = factsOf(visit).some(
        (fact) =>
          (fact.fact === "quote.voided" && fact.quoteId === before.id) ||
          (fact.fact === "loan.abandoned" && fact.loanId === before.id),
      );
      expect(booked || ended, `${nameOf(visit.before)} ${visit.event.type}`).toBe(true);
    }
  });

  it("a deadline's event is one that can be stored", () => {
    for (const { effects } of kinds) {
      for (const effect of effects)
        if ("deadline" in effect && effect.deadline === "set")
          expect(journeyEventSchema.parse(effect.event)).toEqual(effect.event);
    }
  });

  it("nothing of a newcomer is used before the privacy note is agreed to", () => {
    for (const visit of visits.filter(({ state }) => !state.context.privacyAccepted)) {
      expect(journeyPath(visit.state.value)).toMatch(/^welcoming\./);
      expect(commandsOf(visit)).toEqual([]);
    }
  });

  it("the bureau is asked with the borrower's authorisation alone", () => {
    const asked = visits.filter((visit) => commandsOf(visit).some(({ command }) => command === "assess"));
    expect(asked.length).toBeGreaterThan(0);
    for (const { state } of asked) expect(state.context.creditAuthorised).toBe(true);
  });
});
