/** Commands, each defined once. */
import { describe, expect, it } from "vitest";
import { type CommandDefinition, defineCommand } from "../../bot/commands/command-definition.ts";
import { commandDefinitions } from "../../bot/commands/commands.ts";
import { aFewTries, secondsTried, triesUntilKnown } from "../../db/jobs/tries.ts";
import { type CommandName, isCommandName, readCommand, UnreadableCommand } from "../../machines/commands.ts";

const definitions = Object.entries(commandDefinitions);

describe("commands", () => {
  it("that may move money are those of the payout and of collections, and are tried until it is known", () => {
    const money = definitions.filter(([, { movesMoney }]) => movesMoney);
    expect(money.map(([name]) => name)).toEqual(["payOut", "collect", "deduct", "checkCollection"]);
    for (const [, { tries }] of money) expect(tries).toBe(triesUntilKnown);
  });

  it("ask for half a minute, or for four days", () => {
    expect(Math.round(secondsTried(aFewTries))).toBe(30);
    expect(Math.round(secondsTried(triesUntilKnown) / 86_400)).toBe(4);
  });

  it.each(definitions)("%s is answered by events of its own, and is no name of any object", (name, one) => {
    expect(new Set(one.answeredBy).size).toBe(one.answeredBy.length);
    expect(isCommandName(name)).toBe(true);
    expect(isCommandName("toString")).toBe(false);
  });
});

/** As they stand in databases of this and of earlier releases. */
const stored: { [Name in CommandName]: object[] } = {
  verifyName: [{}],
  findCard: [{}],
  assess: [{ productId: "weilidai" }, { productId: "weilidai", purchase: true }],
  verifyFace: [{ quoteId: "q" }],
  payOut: [
    { loanId: "l", amount: "10000.00" },
    { loanId: "l", amount: "899.00", payee: { merchantId: "m", orderNumber: "1" } },
  ],
  collect: [
    {
      ...{ confirmedAt: "2016-03-10T10:00:00+08:00", repaymentId: "r", loanId: "l", kind: "due" },
      ...{ amount: "2145.00", rail: "credit-card", maximumFee: "6.44", expectedRepayments: 0 },
    },
  ],
  deduct: [{ loanId: "l", on: "2016-03-10", source: "balance-then-card" }],
  checkCollection: [{ repaymentId: "r", loanId: "l", reference: "SBX-20160311-000-0123456789ab" }],
};

describe("a stored command", () => {
  const cases = Object.entries(stored).flatMap(([kind, payloads]) =>
    payloads.map((payload) => ({ kind, payload })),
  );

  it.each(cases)("$kind is read back as it was asked for: $payload", ({ kind, payload }) => {
    const row = { kind, payload, idempotencyKey: "k" };
    expect(readCommand(row)).toEqual({ command: kind, key: "k", ...payload });
  });

  it("of the first release, which knew free rails only, agrees to no fee", () => {
    const [{ maximumFee: _, ...payload } = { maximumFee: "" }] = stored.collect as { maximumFee: string }[];
    expect(readCommand({ kind: "collect", payload, idempotencyKey: "k" })).toMatchObject({
      maximumFee: "0.00",
    });
  });

  it.each([
    ["of a name that is none", { kind: "notarise", payload: {} }, "no command is named notarise"],
    [
      "without what it needs",
      { kind: "payOut", payload: { loanId: "李雷" } },
      "payOut cannot be read: amount",
    ],
    ["that is no object", { kind: "verifyFace", payload: null }, "verifyFace cannot be read: payload"],
  ])("%s cannot be read, and says nothing of its payload", (_story, row, says) => {
    const read = () => readCommand({ ...row, idempotencyKey: "k" });
    expect(read).toThrow(UnreadableCommand);
    expect(read).toThrow(says);
    expect(read).not.toThrow("李雷");
  });
});

/** Compiled by `npm run types`: a property that is left out does not compile. */
describe("a command's definition", () => {
  const { findCard, payOut } = commandDefinitions;

  it("is not one without what it asks, whether it moves money, its tries, its answers and its silence", () => {
    const { asks: _asks, ...asksNobody } = findCard;
    const { movesMoney: _money, ...moneyUnsaid } = findCard;
    const { tries: _tries, ...noTries } = findCard;
    const { answeredBy: _answers, ...noAnswers } = findCard;
    const { perform: _perform, ...noPerformer } = findCard;
    const incomplete: CommandDefinition<"findCard">[] = [
      // @ts-expect-error: no operations
      asksNobody,
      // @ts-expect-error: nothing about money
      moneyUnsaid,
      // @ts-expect-error: no tries
      noTries,
      // @ts-expect-error: no answers
      noAnswers,
      // @ts-expect-error: no performer
      noPerformer,
      // @ts-expect-error: money is not given up
      { ...payOut, ...findCard, movesMoney: true, patience: undefined },
    ];
    expect(incomplete).toHaveLength(6);
  });

  it("asks no operation and gives no event but those that it names", () => {
    const base = { movesMoney: false, tries: 4, givenUp: { event: "command.failed" } } as const;
    const missing = { event: { type: "card.missing" } } as const;
    const definitions = [
      defineCommand("findCard", {
        ...base,
        asks: ["verifyFace"],
        answeredBy: ["card.missing"],
        async perform({ partners, call }) {
          // @ts-expect-error: it does not say that it asks findCard
          await partners.findCard(call);
          return missing;
        },
      }),
      defineCommand("findCard", {
        ...base,
        asks: ["findCard"],
        answeredBy: ["card.found"],
        // @ts-expect-error: card.missing is not among its answers
        perform: async () => missing,
      }),
    ];
    expect(definitions).toHaveLength(2);
  });
});
