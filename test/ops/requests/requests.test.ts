/** What a borrower asks of staff, from the chat to the desk and back. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../db/connection/connection.ts";
import { decideAtDesk, type StaffDecision } from "../../../ops/requests/decide-request.ts";
import { type Conversation, openConversation } from "../../support/conversation.ts";
import { freshDatabase } from "../../support/database.ts";
import { bringTo } from "../../support/journeys.ts";
import { type TestAssistant, testAssistant } from "../../support/test-assistant.ts";
import { opsOn } from "../at-desk.ts";

const operators = JSON.stringify([
  { name: "mei", roles: ["clerk"] },
  { name: "lin", roles: ["supervisor"] },
]);

let database: Database;
let system: TestAssistant;
let ops: ReturnType<typeof opsOn>;
beforeAll(async () => {
  database = await freshDatabase();
  system = await testAssistant({ database });
  ops = opsOn({ DATABASE_URL: database.url, JIEDAO_OPERATORS: operators });
});
afterAll(() => database.close());

const asking = async (): Promise<Conversation> => {
  const conversation = openConversation(system);
  await bringTo(conversation, "borrowed");
  await conversation.moveTo("2016-03-12T10:00:00+08:00");
  for (const line of ["申请延期", "25号"]) await conversation.say(line);
  return conversation;
};
const openOnes = async () =>
  (await ops("requests", "list", "--as", "mei", "--json")).json<{
    requests: { id: number; kind: string; until: string; loan: string }[];
  }>().requests;
/** The borrower's clock goes on: what staff decided is told when its time has come. */
const nextMorning = (conversation: Conversation) => conversation.moveTo("2016-03-13T09:00:00+08:00");
const told = async (conversation: Conversation) =>
  (await nextMorning(conversation)).map(({ text }) => text).join("\n");

/** As the command does it, by the borrower's own clock. */
const decide = (id: number, decision: Pick<StaffDecision, "decision" | "until" | "reply">) =>
  database.orm.transaction((tx) =>
    decideAtDesk(tx, { ...decision, id, operator: "lin", now: system.jobs.clock.now() }),
  );
const firstOpen = async () => (await openOnes())[0]?.id ?? 0;

describe("a request for more time", () => {
  it("is given, told, and courtesy reminders rest until its day", async () => {
    const conversation = await asking();
    expect(await openOnes()).toMatchObject([{ kind: "extension", until: "2016-03-25", installment: 1 }]);
    const id = await firstOpen();
    await expect(decide(id, { decision: "approved", until: "2016-09-01" })).rejects.toThrow(
      /up to 2016-04-11/,
    );
    expect((await decide(id, { decision: "approved", until: "2016-03-24" })).until).toBe("2016-03-24");
    expect(await told(conversation)).toContain("可以到2016年3月24日再还");
    await expect(decide(id, { decision: "declined" })).rejects.toThrow(/approved already/);

    expect(await conversation.moveTo("2016-03-23T12:00:00+08:00")).toEqual([]);
    const [day] = await conversation.moveTo("2016-03-24T09:00:00+08:00");
    // 2,145.00 and fourteen days of 1.00.
    expect(day?.text).toContain("¥2,159.00（其中罚息 ¥14.00）");
  });

  it("that is declined leaves everything as it is", async () => {
    const conversation = await asking();
    await decide(await firstOpen(), { decision: "declined", reply: "请先还一部分" });
    const said = await told(conversation);
    expect(said).toContain("没有批准");
    expect(said).toContain("“请先还一部分”");
    expect((await conversation.moveTo("2016-03-18T12:00:00+08:00"))[0]?.text).toContain("逾期8天");
    expect(await openOnes()).toEqual([]);
  });

  it("before the due date is offered, asked for and given only from the day after it on", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "borrowed");
    const offered = (await conversation.say("申请延期")).at(-1)?.buttons.flat() ?? [];
    expect(offered.map(({ label }) => label)).toContain("延到2016年3月11日");
    expect(offered.map(({ label }) => label).join()).not.toContain("2月");
    expect((await conversation.say("3月10号"))[0]?.text).toContain("可以选2016年3月11日到");
    await conversation.say("3月11号");
    const id = (await openOnes()).at(-1)?.id ?? 0;
    await expect(decide(id, { decision: "approved", until: "2016-03-10" })).rejects.toThrow(
      "a day after 2016-03-10, the due date, up to 2016-04-09",
    );
    expect((await decide(id, { decision: "approved" })).until).toBe("2016-03-11");
  });

  it("decided at night is told at eight in the morning", async () => {
    const conversation = await asking();
    await conversation.moveTo("2016-03-12T23:00:00+08:00");
    await decide(await firstOpen(), { decision: "declined" });
    expect(await conversation.moveTo("2016-03-13T07:59:00+08:00")).toEqual([]);
    expect(await conversation.moveTo("2016-03-13T08:00:00+08:00")).toHaveLength(1);
  });

  it("asked for twice is one request, and cannot be changed once it is decided", async () => {
    const conversation = await asking();
    for (const line of ["申请延期", "26号"]) await conversation.say(line);
    expect((await openOnes()).map(({ until }) => until)).toEqual(["2016-03-25"]);
    const id = await firstOpen();
    await decide(id, { decision: "declined" });
    const change = database.sql`update staff_requests set status = 'approved' where id = ${id}`;
    await expect(change).rejects.toThrow(/is decided/);
  });
});

describe("a request for a person", () => {
  type Listed = {
    id: number;
    reason: string;
    words: string;
    loan: string | null;
    stage: string;
    chatId: string;
  };
  const of = async ({ chatId }: Conversation): Promise<Listed[]> =>
    ((await openOnes()) as unknown as Listed[]).filter((one) => one.chatId === chatId);

  it("in words is the one of the button: its words masked, its loans, chat and stage are at the desk", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "borrowed");
    for (const line of ["转人工，我电话13800138000", "人工", "我要投诉你们", "再投诉一次"])
      await conversation.say(line);
    expect(await of(conversation)).toEqual([
      expect.objectContaining({
        ...{ kind: "person", reason: "contact", words: "转人工，我电话••••", stage: "reminding" },
        loan: expect.stringMatching(/^JD\d+$/),
      }),
      expect.objectContaining({ reason: "complaint", words: "我要投诉你们" }),
    ]);
    expect((await ops("requests", "list", "--as", "mei")).out).toContain("complaint");
  });

  it("is registered for whoever has no loan, and may be made again once it was answered", async () => {
    const conversation = openConversation(system);
    await conversation.command("human");
    const [first] = await of(conversation);
    expect(first).toMatchObject({ reason: "contact", loan: null, words: "/human", stage: "welcoming" });
    await decide(first?.id ?? 0, { decision: "answered", reply: "请说" });
    await conversation.moveTo(new Date(Date.parse(system.jobs.clock.now()) + 86_400_000).toISOString());
    expect(await of(conversation)).toEqual([]);
    expect((await conversation.say("找真人"))[0]?.text).toContain("登记好了");
    expect(await of(conversation)).toHaveLength(1);
  });

  it("that the conversation has forgotten is the same one all the same, and its answer closes it", async () => {
    const conversation = openConversation(system);
    await conversation.command("human");
    const { chatId } = conversation;
    await database.sql`update conversations
      set snapshot = jsonb_set(snapshot, '{body,context,arrangements,requests}', '[]') where chat_id = ${chatId}`;
    await system.sessions.delete({ channel: "terminal", chatId });
    expect((await conversation.say("找真人"))[0]?.text).toContain("登记好了");
    const [only, ...others] = await of(conversation);
    expect(others).toEqual([]);
    await decide(only?.id ?? 0, { decision: "answered", reply: "请说" });
    await conversation.moveTo(new Date(Date.parse(system.jobs.clock.now()) + 86_400_000).toISOString());
    expect((await conversation.say("人工"))[0]?.text).toContain("登记好了");
    expect(await of(conversation)).toHaveLength(1);
  });

  it("is answered by a clerk, into the chat; only a supervisor gives time, and to nobody who did not ask", async () => {
    const conversation = openConversation(system);
    await bringTo(conversation, "borrowed");
    await conversation.moveTo("2016-03-12T10:00:00+08:00");
    for (const line of ["还不上", "请人联系我"]) await conversation.say(line);
    const id = String(await firstOpen());
    const tried = [
      ...[
        ["approve", id, "--as", "mei"],
        ["approve", id, "--as", "lin"],
        ["answer", id, "--as", "mei"],
      ],
      ...[
        ["answer", id, "--reply", "下午给你答复", "--as", "mei"],
        ["answer", id, "--reply", "再说一次吧", "--as", "mei"],
      ],
      ["answer", "999", "--reply", "没有这一个", "--as", "mei"],
    ];
    const codes: number[] = [];
    for (const words of tried) codes.push((await ops("requests", ...words)).code);
    expect(codes).toEqual([1, 1, 2, 0, 1, 1]);
    const log = await database.sql`
      select operator, action, outcome from audit_log where action <> 'requests-list' order by id`;
    expect(log.map(({ operator, action, outcome }) => [operator, action, outcome].join(" "))).toEqual([
      ...["mei requests-approve refused", "lin requests-approve failed", "mei requests-answer done"],
      ...["mei requests-answer failed", "mei requests-answer failed"],
    ]);
    const [waiting] = await database.sql`select event from deadlines where key like 'request:%'`;
    expect(waiting?.["event"]).toMatchObject({ type: "request.decided", reply: "下午给你答复" });
  });
});
