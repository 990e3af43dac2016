/** Running conversations in the inspector: masked, audited, acted in only where everything is pretended. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listAudit } from "../../db/audit.ts";
import type { Database } from "../../db/connection.ts";
import { type LiveOptions, liveRoutes } from "../../inspector/live/live-routes.ts";
import type { LiveConversation, LiveView } from "../../inspector/server/protocol.ts";
import { CauseRefused } from "../../inspector/stepping/world.ts";
import { type Conversation, openConversation } from "../support/conversation.ts";
import { freshDatabase } from "../support/database.ts";
import { type TestAssistant, testAssistant } from "../support/test-assistant.ts";

const operators = JSON.stringify([
  { name: "vera", roles: ["viewer"] },
  { name: "carl", roles: ["clerk"] },
]);

describe("a running conversation", () => {
  let database: Database;
  let system: TestAssistant;
  let conversation: Conversation;
  let id: string;
  beforeAll(async () => {
    database = await freshDatabase();
    system = await testAssistant({ database });
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
    const app = liveRoutes({ assistant, jobs, newId, env: { JIEDAO_OPERATORS: operators }, ...changes });
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
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining("looked at only")]);
    const view = await body<LiveView>(ask("carl", `/live/${id}`));
    expect(view.path).toBe("checkingEligibility.authorising");
  });

  it("is not shown to who is no operator", async () => {
    const refused = await ask("mallory", `/live/${id}`);
    expect(refused.status).toBe(422);
  });
});
