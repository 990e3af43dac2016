/** Running conversations in the inspector: masked, audited, acted in only where everything is pretended. */

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Outbound } from "../../../bot/messages.ts";
import type { Database } from "../../../db/connection/connection.ts";
import { listAudit } from "../../../db/desk/audit.ts";
import type { LiveOptions } from "../../../inspector/live/live-options.ts";
import { liveRoutes } from "../../../inspector/live/live-routes.ts";
import { steerPartners } from "../../../inspector/live/steer-partners.ts";
import { machines } from "../../../inspector/machines.ts";
import { inspectedJourney } from "../../../inspector/registry/journey.ts";
import type { LiveConversation, LiveView } from "../../../inspector/server/protocol.ts";
import { pathOf } from "../../../inspector/session/path.ts";
import { beginSession, stepOf, takeStep } from "../../../inspector/session/session.ts";
import { readSession } from "../../../inspector/session/session-file.ts";
import { writeSession } from "../../../inspector/session/write-session.ts";
import { CauseRefused } from "../../../inspector/stepping/refusals.ts";
import { writeTranscript } from "../../../inspector/transcript/write-transcript.ts";
import { deskOf } from "../../../ops/processes/inspector-desk.ts";
import { operations } from "../../../partners/operations.ts";
import { type Conversation, openConversation } from "../../support/conversation.ts";
import { freshDatabase } from "../../support/database.ts";
import { hastenJobs } from "../../support/jobs.ts";
import { type TestAssistant, testAssistant } from "../../support/test-assistant.ts";

const operators = JSON.stringify([
  { name: "vera", roles: ["viewer"] },
  { name: "carl", roles: ["clerk"] },
]);

describe("a running conversation", () => {
  let database: Database;
  let system: TestAssistant;
  let conversation: Conversation;
  let id: string;
  const steering = steerPartners();
  beforeAll(async () => {
    database = await freshDatabase();
    system = await testAssistant({ database, partners: steering.steer });
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.sql`truncate conversations cascade`;
    conversation = openConversation(system, { languageHint: "zh" });
    await conversation.say("你好");
    await conversation.press("同意并继续");
    await conversation.say("我想借10000分5期");
    await conversation.press("开始实名核验");
    [{ id } = { id: "" }] = (await body<LiveConversation[]>(ask("vera", "/live"))) ?? [];
  });

  const routesFor = (changes: Partial<LiveOptions> = {}) => {
    const { assistant, jobs, newId } = system;
    const desk = deskOf({ JIEDAO_OPERATORS: operators });
    const app = liveRoutes({ ...{ assistant, jobs, newId, steering, desk }, ...changes });
    app.onError((error, c) => c.text(error.message, error instanceof CauseRefused ? 422 : 500));
    return app;
  };
  async function ask(operator: string, path: string, did?: unknown, app = routesFor()): Promise<Response> {
    return await app.request(path, {
      headers: { "x-operator": operator, "content-type": "application/json" },
      ...(did !== undefined && { method: "POST", body: JSON.stringify(did) }),
    });
  }
  const body = async <Answer>(asked: Promise<Response>): Promise<Answer> =>
    (await (await asked).json()) as Answer;
  const audited = async () =>
    (await listAudit(database.orm, { limit: 50 })).map(({ operator, action, outcome }) => [
      operator,
      action,
      outcome,
    ]);

  it("is listed without anything that tells whose it is", async () => {
    const listed = await body<LiveConversation[]>(ask("vera", "/live"));
    expect(listed).toHaveLength(1);
    expect(JSON.stringify(listed)).not.toContain(conversation.chatId);
    expect(listed[0]).toMatchObject({ channel: "terminal", stage: "checkingEligibility" });
  });

  it("is shown where it stands, with name, card and ids masked in the context and in both replies", async () => {
    const view = await body<LiveView>(ask("vera", `/live/${id}`));
    expect(view).toMatchObject({
      path: "checkingEligibility.authorising",
      active: ["journey.checkingEligibility", "journey.checkingEligibility.authorising"],
    });
    const shown = JSON.stringify(view);
    expect(conversation.replies.map(({ text }) => text).join()).toContain("李*");
    for (const personal of ["李*", "招商银行", "China Merchants", "6021", conversation.chatId]) {
      expect(shown).not.toContain(personal);
    }
  });

  it("hides what a borrower wrote, and every id but for its end", async () => {
    await conversation.press("授权查询征信");
    await conversation.say("改成13800138000元");
    const view = await body<LiveView>(ask("vera", `/live/${id}`));
    const shown = JSON.stringify(view);
    expect(shown).not.toMatch(/13800138000|13,800,138,000/);
    expect(shown.replaceAll(id, "")).not.toMatch(/-7[0-9a-f]{3}-/);
    expect(view.context).toMatchObject({ assessment: { outcome: "approved", limit: "54500.00" } });
    expect(view.context).not.toHaveProperty("means");
  });

  it("is found by its chat, on record, and by none other", async () => {
    const chat = { channel: "terminal", chatId: conversation.chatId };
    expect((await body<LiveView>(ask("vera", "/live/find", chat))).id).toBe(id);
    expect((await audited())[0]).toEqual(["vera", "inspect.look", "done"]);
    expect((await ask("vera", "/live/find", { ...chat, channel: "telegram" })).status).toBe(422);
  });

  it("is pressed by the place of a button, of the reply that is on screen", async () => {
    const { shownSeq, onScreen } = await body<LiveView>(ask("carl", `/live/${id}`));
    const labels = (onScreen as Record<string, Outbound>)["zh-CN"]?.buttons.flat().map(({ label }) => label);
    const press = { kind: "press", shownSeq, button: labels?.indexOf("取消") };
    expect((await body<LiveView>(ask("carl", `/live/${id}`, press))).path).toBe("idle");
    const late = await ask("carl", `/live/${id}`, press);
    expect([late.status, await late.text()]).toEqual([422, expect.stringContaining("moved on")]);
  });

  it.each(["no-real-name", "currently-overdue", "too-many-lenders"])(
    "has its assessment refused for %s where a tester chose so, until it is taken back",
    async (code) => {
      const answer = { kind: "answer", asked: "reportCredit", answer: code };
      const { answers } = await body<LiveView>(ask("carl", `/live/${id}`, answer));
      expect(answers.find(({ asked }) => asked === "reportCredit")?.chosen).toBe(code);
      await conversation.press("授权查询征信");
      const view = await body<LiveView>(ask("carl", `/live/${id}`));
      expect(view.path).toBe("checkingEligibility.refused");
      expect(view.context["refusal"]).toContainEqual(expect.objectContaining({ code }));
      const own = await body<LiveView>(ask("carl", `/live/${id}`, { ...answer, answer: null }));
      expect(own.answers.find(({ asked }) => asked === "reportCredit")?.chosen).toBeNull();
    },
  );

  it("offers the answers of every operation that a command asks, and of none that is asked elsewhere", async () => {
    const { answers } = await body<LiveView>(ask("carl", `/live/${id}`));
    const { sendSms: _, ...asked } = operations;
    expect(answers.map((one) => one.asked).sort()).toEqual(Object.keys(asked).sort());
    for (const { asked: name, choices } of answers.filter((one) => one.asked !== "reportCredit"))
      expect(choices).toEqual([...Object.keys(operations[name].answers), "time-out"]);
    const sms = { kind: "answer", asked: "sendSms", answer: "no-number" };
    expect((await ask("carl", `/live/${id}`, sms)).status).toBe(422);
  });

  it("waits where a tester chose that nobody answers, and goes on when they do", async () => {
    await ask("carl", `/live/${id}`, { kind: "answer", asked: "reportCredit", answer: "time-out" });
    await conversation.press("授权查询征信");
    const path = async () => (await body<LiveView>(ask("carl", `/live/${id}`))).path;
    expect(await path()).toBe("checkingEligibility.assessing");
    await ask("carl", `/live/${id}`, { kind: "answer", asked: "reportCredit", answer: null });
    await hastenJobs(system.jobs, "run-command");
    await conversation.settle();
    expect(await path()).toBe("quoting.askingMethod");
  });

  it("has its clock moved", async () => {
    const later = { kind: "clock", to: "2016-02-12 10:00" };
    const { clockOffsetMs } = await body<LiveView>(ask("carl", `/live/${id}`, later));
    expect(clockOffsetMs).toBe(2 * 24 * 60 * 60 * 1000);
  });

  it("is stepped as a masked copy, which waits for what it waits for and reaches nobody", async () => {
    await ask("carl", `/live/${id}`, { kind: "answer", asked: "reportCredit", answer: "time-out" });
    await conversation.press("授权查询征信");
    const start = await body<unknown>(ask("vera", `/live/${id}/copy`));
    expect(JSON.stringify(start)).not.toMatch(/李\*|招商银行|6021/);
    const session = beginSession(inspectedJourney, start);
    const [waiting] = stepOf(session, 0).world.commands;
    const refused = await takeStep(session, 0, {
      ...{ kind: "answer", key: waiting?.key ?? "", answer: "age" },
    });
    expect(pathOf(refused.world.value)).toBe("checkingEligibility.refused");
    const steps = session.steps.map((step) => ({ ...step, path: pathOf(step.world.value) }));
    const file = JSON.parse(JSON.stringify(writeSession({ machine: session.machine.id, steps })));
    expect((await readSession(file, machines)).steps).toHaveLength(2);
    await expect(writeTranscript(session, 1, { title: "t" })).rejects.toThrow(/begins midway/);
    expect((await body<LiveView>(ask("vera", `/live/${id}`))).path).toBe("checkingEligibility.assessing");
    await ask("carl", `/live/${id}`, { kind: "answer", asked: "reportCredit", answer: null });
  });

  it("is looked at on record", async () => {
    await ask("vera", `/live/${id}`);
    expect((await audited())[0]).toEqual(["vera", "inspect.look", "done"]);
  });

  it("is acted in by who runs the day, in the sandbox", async () => {
    const refused = await ask("vera", `/live/${id}`, { kind: "text", text: "取消" });
    expect(refused.status).toBe(422);
    expect((await audited())[0]).toEqual(["vera", "inspect.act", "refused"]);
    const view = await body<LiveView>(ask("carl", `/live/${id}`, { kind: "text", text: "取消" }));
    expect(view.path).toBe("idle");
    expect((await audited())[0]).toEqual(["carl", "inspect.act", "done"]);
  });

  it("is read-only where people are real", async () => {
    const app = routesFor({ jobs: { ...system.jobs, sandbox: false } });
    const refused = await ask("carl", `/live/${id}`, { kind: "text", text: "取消" }, app);
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining("real person")]);
    const view = await body<LiveView>(ask("carl", `/live/${id}`));
    expect(view.path).toBe("checkingEligibility.authorising");
  });

  it("is not shown to who is no operator", async () => {
    const refused = await ask("mallory", `/live/${id}`);
    expect(refused.status).toBe(422);
  });
});
