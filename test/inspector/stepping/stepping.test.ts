/** The inspector's steps are those of the running assistant: the same states, the same answers. */

import { describe, expect, it } from "vitest";
import { machines } from "../../../inspector/machines.ts";
import { inspectedJourney } from "../../../inspector/registry/journey.ts";
import { inspectedLoan } from "../../../inspector/registry/loan.ts";
import { pathOf } from "../../../inspector/session/path.ts";
import {
  beginSession,
  follow,
  type Session,
  type Step,
  stepOf,
  takeStep,
} from "../../../inspector/session/session.ts";
import { readSession } from "../../../inspector/session/session-file.ts";
import { writeSession } from "../../../inspector/session/write-session.ts";
import { CauseRefused } from "../../../inspector/stepping/refusals.ts";
import type { Cause } from "../../../inspector/stepping/world.ts";

type Act = Exclude<Cause, { kind: "begin" }>;
const text = (words: string): Act => ({ kind: "text", text: words });
const press = (label: string): Act => ({ kind: "press", label });

/** Each act with all that follows of itself; the last step. */
async function walk(session: Session, from: number, ...acts: Act[]): Promise<Step> {
  let at = stepOf(session, from);
  for (const act of acts) {
    const own = await takeStep(session, at.id, act);
    at = (await follow(session, own.id)).at(-1) ?? own;
  }
  return at;
}

const fileOf = ({ machine, steps }: Session) =>
  writeSession({
    machine: machine.id,
    steps: steps.map((step) => ({ ...step, path: pathOf(step.world.value) })),
  });

const pathAt = (step: Step): string => pathOf(step.world.value);
const toAuthorising = [text("你好"), press("同意并继续"), text("我想借10000分5期"), press("开始实名核验")];

describe("a step", () => {
  it("tells the transitions taken and what every guard answered, in order", async () => {
    const session = beginSession(inspectedJourney, {});
    const step = await walk(session, 0, text("你好"), press("同意并继续"), text("我想借10000分5期"));
    expect(step.traces.map(({ transitions }) => transitions)).toEqual([
      ["journey borrow 1", expect.stringMatching(/^journey\.checkingEligibility\.routing always \d$/)],
    ]);
    expect(step.traces[0]?.guards.map(({ guard, holds }) => [guard, holds])).toEqual([
      ["isInArrears", false],
      ["isInArrears", false],
      ["isApproved", false],
      // The first of each combination answers: isRefusedForNow and awaitsAssessment.
      ["hasAuthorised", false],
      ["hasAuthorised", false],
      ["hasCard", false],
      ["isIdentified", false],
      ["isInArrears", false],
    ]);
    expect(step.changes).toContainEqual({ path: "request.amount", after: "10000.00" });
    expect(step.reply?.en).toMatchObject({ locale: "en" });
    expect(step.reply?.["zh-CN"]).toMatchObject({ locale: "zh-CN" });
  });

  it("leads where the running assistant is led: a published loan of 10,000 over 5 months costs 451.00", async () => {
    const session = beginSession(inspectedJourney, {});
    const step = await walk(
      session,
      0,
      ...toAuthorising,
      press("授权查询征信"),
      press("等额本金"),
      press("日常消费"),
    );
    expect(pathAt(step)).toBe("quoting.reviewing");
    expect(step.world.context).toMatchObject({ quote: { totalInterest: "451.00" } });
  });

  it("refuses what cannot be, and stays where it was", async () => {
    const session = beginSession(inspectedJourney, {});
    await expect(takeStep(session, 0, press("同意报价"))).rejects.toThrow(CauseRefused);
    await expect(takeStep(session, 0, { kind: "answer", key: "none", answer: "paid" })).rejects.toThrow(
      CauseRefused,
    );
    await expect(takeStep(session, 0, { kind: "clock", to: "2015-01-01T00:00:00+08:00" })).rejects.toThrow(
      /does not go back/,
    );
    expect(session.steps).toHaveLength(1);
  });

  it("is the same step when it is taken again, and a branch when it is another", async () => {
    const session = beginSession(inspectedJourney, {});
    const first = await walk(session, 0, text("你好"));
    expect(await walk(session, 0, text("你好"))).toBe(first);
    const other = await walk(session, 0, text("hello"));
    expect(other.parent).toBe(0);
    expect(other.id).not.toBe(first.id);
  });
});

describe("partners", () => {
  const offered = async (session: Session, step: Step): Promise<string[]> =>
    (await session.machine.offers(step.world)).answers.flatMap(({ choices }) => choices.map(({ id }) => id));

  it("may refuse an application for every reason that 微粒贷 knows, approve it, or not answer", async () => {
    const session = beginSession(inspectedJourney, {});
    const authorising = await walk(session, 0, ...toAuthorising);
    const assessing = await takeStep(session, authorising.id, press("授权查询征信"));
    const ids = await offered(session, assessing);
    expect(ids).toEqual(
      expect.arrayContaining([
        "sandbox",
        ...["no-real-name", "no-bank-card", "age", "not-white-listed", "currently-overdue"],
        ...["poor-credit-history", "too-many-lenders", "score-too-low", "limit-used-elsewhere", "time-out"],
      ]),
    );
    const [command] = assessing.world.commands;
    for (const id of ids.filter((one) => one !== "sandbox" && one !== "approved" && one !== "time-out")) {
      const refused = await takeStep(session, assessing.id, {
        ...{ kind: "answer", key: command?.key ?? "", answer: id },
      });
      expect(pathAt(refused)).toBe("checkingEligibility.refused");
      expect(refused.world.context["refusal"]).toContainEqual(expect.objectContaining({ code: id }));
    }
  });

  it("keep the question open when money's whereabouts are unknown", async () => {
    const session = beginSession(inspectedJourney, {});
    const quoted = await walk(
      session,
      0,
      ...toAuthorising,
      press("授权查询征信"),
      press("等额本金"),
      press("日常消费"),
      press("同意报价"),
      press("同意合同，去刷脸"),
    );
    const signed = await takeStep(session, quoted.id, press("确认借款 ¥10,000.00，分5期"));
    expect(pathAt(signed)).toBe("confirming.payingOut");
    expect(await offered(session, signed)).toEqual([
      ...["paid", "card-rejected", "too-late"],
      // What it comes to without asking the partner.
      ...["in-arrears", "time-out"],
    ]);
    const [payOut] = signed.world.commands;
    const silent = await takeStep(session, signed.id, {
      ...{ kind: "answer", key: payOut?.key ?? "", answer: "time-out" },
    });
    expect(pathAt(silent)).toBe("confirming.payingOut");
    expect(silent.world.commands).toHaveLength(1);
  });
});

describe("a session", () => {
  it("is the same again when it is read from its file", async () => {
    const session = beginSession(inspectedJourney, { locale: "en" });
    await walk(session, 0, text("hello"), text("borrow 20000 over 10 months"));
    await walk(session, 1, text("/help"));
    const again = await readSession(JSON.parse(JSON.stringify(fileOf(session))), machines);
    expect(again.steps).toEqual(session.steps);
  });

  it("says which step goes another way now", async () => {
    const session = beginSession(inspectedJourney, {});
    await walk(session, 0, ...toAuthorising);
    const file = fileOf(session);
    const [step] = file.steps.slice(-1);
    await expect(
      readSession({ ...file, steps: [...file.steps.slice(0, -1), { ...step, path: "idle" }] }, machines),
    ).rejects.toThrow(/led to idle when it was saved, and leads to checkingEligibility\.authorising now/);
  });
});

describe("the life of a loan", () => {
  it("is stepped by business dates", async () => {
    const session = beginSession(inspectedLoan, {});
    const late = await takeStep(session, 0, {
      kind: "event",
      event: {
        ...{ type: "businessDay", date: "2016-03-11", daysBefore: 3 },
        dueStatus: { settled: false, daysPastDue: 1, dueToday: false },
      },
    });
    expect(pathAt(late)).toBe("overdue.reminder");
    const gone = await takeStep(session, late.id, { kind: "event", event: { type: "writeOff" } });
    expect(pathAt(gone)).toBe("writtenOff");
  });
});
