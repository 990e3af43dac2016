import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeButton, encodeButton } from "../../../bot/buttons.ts";
import { allTopics } from "../../../bot/knowledge/topics.ts";
import type { JourneyPath } from "../../../bot/views/journey-path.ts";
import { renderJourney } from "../../../bot/views/render-journey.ts";
import { entryList } from "../../../domain/product/entries.ts";
import type { Notice } from "../../../machines/journey-context.ts";
import type { JourneyEvent } from "../../../machines/journey-events.ts";
import { personaIds } from "../../../partners/sandbox/personas.ts";
import { notices } from "../../support/fixtures/notices.ts";
import { loan, settled } from "../../support/fixtures/published-loan.ts";
import { contextAt, locales, situations, stateAt } from "../../support/fixtures/situations.ts";

const hex64 = fc.stringMatching(/^[0-9a-f]{64}$/);
const yuan = fc.integer({ min: 1, max: 20_000_000 }).map((fen) => (fen / 100).toFixed(2));
const slots = fc.record(
  {
    amount: yuan,
    installments: fc.integer({ min: 1, max: 36 }),
    method: fc.constantFrom("equal-principal", "level-payment"),
    purpose: fc.constantFrom("daily", "renovation", "education", "medical", "travel"),
  },
  { requiredKeys: [] },
);

const asEvent = (event: object): JourneyEvent => event as JourneyEvent;

const event = fc.oneof(
  fc
    .constantFrom(
      ...(["help", "where", "cancel", "back", "home", "retry", "locate", "repay", "loans.show"] as const),
      ...(["quote.renew", "amount.change", "term.change", "identity.start", "credit.authorise"] as const),
    )
    .map((type) => asEvent({ type })),
  fc
    .constantFrom("quote.accept", "contract.accept", "sign", "repay.confirm")
    .chain((type) => hex64.map((hash) => asEvent({ type, hash }))),
  slots.map((given) => asEvent({ type: "provide", ...given })),
  slots.map((given) => asEvent({ type: "borrow", ...given })),
  fc.uuid().map((loanId) => asEvent({ type: "repay.loan", loanId })),
  fc.constantFrom(...allTopics().map(({ id }) => id)).map((topic) => asEvent({ type: "ask", topic })),
  fc.constantFrom(...personaIds).map((persona) => asEvent({ type: "persona.choose", persona })),
  fc
    .constantFrom(...entryList().map(({ id }) => id))
    .map((entry) => asEvent({ type: "entry.choose", entry })),
  fc.constantFrom("next-day", "next-due", "overdue").map((to) => asEvent({ type: "clock.forward", to })),
  fc.integer({ min: 0, max: 30 }).map((daysBefore) => asEvent({ type: "reminder.set", daysBefore })),
);

/** What comes back: the same, with a hash cut to its first sixteen characters. */
const shortened = (given: JourneyEvent): JourneyEvent =>
  "hash" in given ? { ...given, hash: given.hash.slice(0, 16) } : given;

describe("a button", () => {
  it("brings back its event and sequence, in at most 64 ASCII bytes", () => {
    fc.assert(
      fc.property(event, fc.nat(), (given, seq) => {
        const id = encodeButton(given, seq);
        expect(id).toMatch(/^[\x21-\x7e]{1,64}$/);
        expect(decodeButton(id)).toEqual({ seq, event: shortened(given) });
      }),
    );
  });

  it("has room for the longest request that can be made, at any sequence of 32 bits", () => {
    const request = {
      ...{ type: "provide" as const, amount: "200000.00", installments: 36 },
      ...{ method: "equal-principal" as const, purpose: "renovation" as const },
    };
    const id = encodeButton(request, 2 ** 31 - 1);
    expect(decodeButton(id)).toEqual({ seq: 2 ** 31 - 1, event: request });
  });

  it("reads as sequence, event and fields", () => {
    const sign = { type: "sign" as const, hash: "0123456789abcdef".repeat(4) };
    expect(encodeButton(sign, 71)).toBe("1z|sign|h=0123456789abcdef");
    expect(encodeButton({ type: "home" }, 0)).toBe("0|home|");
  });

  it("is never read from text that it did not write", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const decoded = decodeButton(text);
        if (decoded) expect(encodeButton(decoded.event, decoded.seq)).toBe(text);
      }),
    );
  });

  it.each([
    ["", "nothing"],
    ["home", "no parts"],
    ["0|home", "a part missing"],
    ["0|home||", "a part too many"],
    ["-1|home|", "a negative sequence"],
    ["01|home|", "a sequence with a leading zero"],
    ["0|nonsense|", "an unknown event"],
    ["0|home|a=5", "a field of another event"],
    ["0|sign|", "a hash missing"],
    ["0|sign|h=0123456789abcde", "a hash too short to prove anything"],
    ["0|sign|h=0123456789abcdeg", "a hash that is none"],
    ["0|provide|a=1,a=2", "a field twice"],
    ["0|provide|n=5,a=1", "fields out of order"],
    ["0|provide|n=05", "a number with a leading zero"],
    ["0|provide|m=free", "a value outside its list"],
    ["0|provide|a", "a field without a value"],
    ["0|provide|z=1", "an unknown field"],
    [`0|repay.loan|l=${"x".repeat(60)}`, "more than 64 bytes"],
    ["0|card.missing|", "a partner's answer"],
    ["0|idle.nudge|", "a deadline"],
  ])("%j is refused: %s", (id) => {
    expect(decodeButton(id)).toBeUndefined();
  });

  it("refuses to carry what would not come back", () => {
    expect(() => encodeButton({ type: "command.failed", command: "x" }, 1)).toThrow(RangeError);
    expect(() => encodeButton({ type: "repay.loan", loanId: "x".repeat(64) }, 1)).toThrow(RangeError);
    expect(() => encodeButton({ type: "entry.choose", entry: "钱包" }, 1)).toThrow(RangeError);
  });
});

describe("the buttons that views show", () => {
  const seq = 36 ** 6 - 1;
  const isComparison = (notice: Notice) => notice.kind === "answer" && notice.topic === "comparison";

  it.each(locales)("all come back, far into a conversation, in %s", (locale) => {
    const seen = new Set<string>();
    const shown = situations.flatMap(({ path, value, context }) => {
      // The figures of the comparison take as long as all other notices, and its buttons hang on the place alone.
      const told = seen.has(path) ? notices.filter((notice) => !isComparison(notice)) : notices;
      seen.add(path);
      return renderJourney({ value, context: { ...context, locale, notices: told }, seq }).buttons.flat();
    });
    const ids = new Map(shown.map(({ id, label }) => [id, label]));
    expect(ids.size).toBeGreaterThan(60);
    for (const [id, label] of ids) {
      expect(Buffer.byteLength(id), label).toBeLessThanOrEqual(64);
      expect(decodeButton(id)?.seq, label).toBe(seq);
      expect(label.trim()).not.toBe("");
    }
  });

  const weighed = (path: JourneyPath, change = {}) =>
    renderJourney({ value: stateAt(path), context: contextAt(path, change), seq })
      .buttons.flat()
      .flatMap(({ label, weight }) => (weight ? [`${label}: ${weight}`] : []));

  it("have one that goes on at most, and one that moves money stands out as nothing else does", () => {
    for (const { name, value, context } of situations) {
      const buttons = renderJourney({ value, context, seq }).buttons.flat();
      expect(buttons.filter(({ weight }) => weight).length, name).toBeLessThanOrEqual(1);
      for (const { id, label, weight } of buttons) {
        const type = decodeButton(id)?.event.type ?? "";
        expect(weight === "binding", label).toBe(type === "sign" || type === "repay.confirm");
      }
    }
    expect(weighed("welcoming.reviewingPrivacy")).toEqual(["同意并继续: main"]);
    expect(weighed("confirming.signing")).toEqual(["确认借款 ¥10,000.00，分5期: binding"]);
  });

  it("have none before the others where they are equal choices, nor one that pushes to another loan", () => {
    expect(weighed("quoting.askingTerm")).toEqual([]);
    expect(weighed("repaying.choosingRail")).toEqual([]);
    expect(weighed("idle", { loans: [] })).toEqual(["借钱: main"]);
    expect(weighed("idle", { loans: [{ ...loan, repayments: [settled] }] })).toEqual([]);
  });

  it("never show the same button twice in one reply", () => {
    for (const { value, context } of situations) {
      const ids = renderJourney({ value, context, seq: 1 })
        .buttons.flat()
        .map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});
