/** Whatever a day brings, an operator's tables fit a terminal of eighty columns, and nothing of them is cut off. */
import stringWidth from "string-width";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { calc } from "../../../ops/calc/calc.ts";
import { table } from "../../../ops/desk/show.ts";
import { freshDatabase } from "../../support/database.ts";
import { opsOn } from "../at-desk.ts";

const database = await freshDatabase();
afterAll(() => database.close());
const { sql } = database;
const operators = JSON.stringify([
  { name: "wang-xiaoming", roles: ["clerk", "supervisor"] },
  { name: "li-xiaohong", roles: ["supervisor"] },
]);
const ops = opsOn({
  DATABASE_URL: database.url,
  ...{ JIEDAO_OPERATORS: operators, JIEDAO_OPERATOR: "wang-xiaoming" },
});

const widest = (text: string): number => Math.max(...text.split("\n").map((line) => stringWidth(line)));
const linesDrawn = (text: string): string[] => text.split("\n").filter((line) => /[│─]/.test(line));
const squeezed = (text: string): string => text.replaceAll(/[\s│─┌┐└┘├┤┬┴┼]/g, "");
const reason = "客户失联，已核实无可供执行的财产，按内部规定核销";

let closed: string;

/** A lender's day with the longest that each table holds. */
beforeAll(async () => {
  await ops("seed-demo", "--loans", "600");
  closed = (await ops("close")).out;
  await ops("write-off", "JD10000000", "--reason", reason);
  await ops("settings", "set", "campaign-approval-above", "2");
  await ops("remind", "--due-within", "3d", "--product", "xiaoe-huaqian", "--detach");
  await ops("campaigns", "approve", "1", "--as", "li-xiaohong");
  await sql`update dispatches set status = 'unreachable', reason = 'sms-unavailable', channel = 'sms', attempts = 12,
    at = now()`;
  await sql`insert into commands (id, conversation_id, turn_id, kind, idempotency_key, payload, created_at)
    select gen_random_uuid(), id, gen_random_uuid(), 'collect', 'key', '{}', now() - interval '1 day'
    from conversations limit 1`;
  await sql`insert into outbox (id, conversation_id, turn_id, outbound, at, status)
    select gen_random_uuid(), id, gen_random_uuid(), '{}', now(), 'unreachable' from conversations limit 3`;
  await sql`insert into unreachable_chats (conversation_id, reason, since)
    select id, 'chat-not-found', now() from conversations limit 3`;
  await sql`insert into staff_requests (turn_id, borrower_id, conversation_id, kind, loan_id, installment, until, asked_at)
    select gen_random_uuid(), l.borrower_id, c.id, 'extension', l.id, i.number, i.due_date + 10, now()
    from loans l join conversations c on c.borrower_id = l.borrower_id join installments i on i.loan_id = l.id
    where i.number = 12 limit 3`;
}, 60_000);

describe("at most eighty columns", () => {
  const commands: string[][] = [
    ["loans"],
    ["loans", "--stage", "overdue-letter"],
    ["buckets"],
    ["status"],
    ["dead-letters"],
    ["unreachable"],
    ["requests", "list"],
    ["campaigns", "list"],
    ["campaigns", "report", "1"],
    ["settings", "list"],
    ["audit"],
    ["remind", "--due-within", "3d", "--stage", "due"],
  ];
  it.each(commands.map((command) => [command.join(" "), command] as const))("%s", async (_, command) => {
    const drawn = linesDrawn((await ops(...command)).out);
    expect(drawn.length).toBeGreaterThan(3);
    expect(widest(drawn.join("\n"))).toBeLessThanOrEqual(80);
  });

  it("close, with what became of its deductions", () => {
    expect(closed).toMatch(/\d+ collected/);
    expect(closed).toMatch(/\d+ on the way/);
    expect(widest(closed)).toBeLessThanOrEqual(80);
  });

  it("remind --dry-run: its table", async () => {
    const { out } = await ops("remind", "--due-within", "3d", "--dry-run");
    const drawn = linesDrawn(out);
    expect(drawn.length).toBeGreaterThan(3);
    expect(widest(drawn.join("\n"))).toBeLessThanOrEqual(80);
  });

  it("calc allocate", async () => {
    const printed: string[] = [];
    const line =
      "allocate --principal 300000 --daily-rate 0.0005 --method equal-principal --installments 20 --disbursed 2026-02-10 --on 2026-05-20 --payments 2026-03-10=2145.00";
    await calc(line.split(" "), {
      input: process.stdin,
      print: (text) => void printed.push(text),
      complain: () => undefined,
    });
    expect(printed.join("\n")).toMatch(/^ +paid +paid\nno\. +due +principal/);
    expect(widest(printed.join("\n"))).toBeLessThanOrEqual(80);
  });
});

describe("nothing is lost by it", () => {
  it("the reason of a write-off, in Chinese, is whole", async () => {
    const { out } = await ops("audit", "--action", "write-off");
    const details = out
      .split("\n")
      .map((line) => line.split("│")[4]?.trim() ?? "")
      .join("");
    expect(squeezed(details)).toContain(reason);
  });

  it("an id stays in one piece, to be copied", async () => {
    const { out } = await ops("dead-letters");
    expect(out).toMatch(/command:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/);
    expect((await ops("unreachable")).out).toMatch(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/);
  });

  it("a word is cut only where nothing else helps, and figures never", () => {
    const long = `a${"天".repeat(100)}`;
    const drawn = table(
      [{ long, sum: "123,456,789.00" }],
      [
        { heading: "what it is", cell: (row) => row.long },
        { heading: "sum", cell: ({ sum }) => sum, figure: true },
      ],
    );
    expect(widest(drawn)).toBe(80);
    expect(drawn).toContain("123,456,789.00");
    expect(drawn.split("天")).toHaveLength(101);
  });
});

describe("what there is none of is said in a sentence", () => {
  it.each([
    ["nothing on record", ["audit", "--by", "nobody"], "Nothing of the kind is on record."],
    ["a page past the last", ["loans", "--page", "999"], "There is no page 999: the last one is 12."],
    [
      "no loan of the kind",
      ["loans", "--from-dpd", "500"],
      "No such loan. A loan is listed from its first close on: ops close",
    ],
  ] as const)("%s", async (_, command, sentence) => {
    expect(await ops(...command)).toMatchObject({ code: 0, out: sentence });
  });

  it("a database out of reach, without a stack", async () => {
    const away = opsOn({ DATABASE_URL: "postgres://127.0.0.1:1/none", JIEDAO_OPERATORS: operators });
    const { code, err } = await away("loans", "--as", "li-xiaohong");
    expect(code).toBe(1);
    expect(err).toMatch(/^The database is out of reach \(.*\)\. Look at DATABASE_URL, then run it again\.$/);
  });
});
