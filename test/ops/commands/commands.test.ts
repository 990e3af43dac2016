import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rememberUnreachable } from "../../../db/conversation/unreachable-chats.ts";
import { freshDatabase } from "../../support/database.ts";
import { opsOn } from "../at-desk.ts";

const database = await freshDatabase();
afterAll(() => database.close());
const { sql } = database;
const ops = opsOn({ DATABASE_URL: database.url });

describe("ops, on an empty database", () => {
  it("answers every list with nothing, and exits with 0", async () => {
    for (const command of ["loans", "buckets", "dead-letters", "unreachable", "status", "audit"]) {
      const { code, out } = await ops(command);
      expect([command, code]).toEqual([command, 0]);
      expect(out.length).toBeGreaterThan(5);
    }
  });

  it("says that it acts as local where no operators are configured", async () => {
    expect((await ops("status")).err).toContain('acting as "local"');
  });
});

describe("ops refuses half-understood input, with exit code 2 and a sentence", () => {
  const lines: [string, ...string[]][] = [
    ["close", "--dates", "2026-03-02"],
    ["close", "--date", "2026-02-30"],
    ["close", "2026-03-02"],
    ["loans", "--stage", "late"],
    ["loans", "--product", "nothing"],
    ["loans", "--page", "0"],
    ["loans", "--from-dpd", "1.5"],
    ["seed-demo"],
    ["seed-demo", "--loans", "many"],
    ["write-off", "JD1"],
    ["write-off", "JD1", "--reason", " no "],
    ["clsoe"],
  ];
  it.each(lines.map((line) => [line.join(" "), line] as const))("%s", async (_, line) => {
    const { code, out, err } = await ops(...line);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^error: /);
  });

  it("does nothing then: not even its record", async () => {
    const before = await sql`select count(*) from audit_log`;
    await ops("loans", "--stage", "late");
    expect(await sql`select count(*) from audit_log`).toEqual(before);
  });
});

describe("help", () => {
  it("lists every command, and each command its options", async () => {
    const { code, out } = await ops("--help");
    expect(code).toBe(0);
    for (const command of [
      "close",
      "loans",
      "buckets",
      "write-off",
      "dead-letters",
      "unreachable",
      "audit",
      "calc",
    ])
      expect(out).toContain(`  ${command}`);
    expect((await ops("close", "--help")).out).toContain("--date <date>");
  });
});

interface Listed {
  total: number;
  pages: number;
  loans: { number: string; stage: string; daysPastDue: number }[];
}

describe("a lender's day", () => {
  beforeAll(async () => {
    await ops("seed-demo", "--loans", "240");
    await sql`update borrowers set automatic_deduction = null where id in (
      select borrower_id from loans join installments i on i.loan_id = loans.id where i.principal_paid = 0
      and i.due_date < now() - interval '9 days')`;
  });

  it("closes today, then finds it closed", async () => {
    const first = (await ops("close", "--json")).json();
    expect(first["closed"]).toHaveLength(1);
    const again = (await ops("close", "--json")).json();
    expect(again).toEqual({ closed: [], closedThrough: first["closedThrough"] });
  });

  it("does not close a day that has not come", async () => {
    const { code, err } = await ops("close", "--date", "2999-01-01");
    expect(code).toBe(1);
    expect(err).toContain("has not come yet");
  });

  it("lists loans by stage, product and days past due, page by page", async () => {
    const paged = ["--stage", "overdue-letter", "--per-page", "2", "--json"] as const;
    const { total, pages, loans } = (await ops("loans", ...paged)).json<Listed>();
    expect(pages).toBe(Math.ceil(total / 2));
    expect(loans.map(({ stage }) => stage)).toEqual(["overdue-letter", "overdue-letter"]);
    const next = (await ops("loans", ...paged, "--page", "2")).json<Listed>();
    const all = [...loans, ...next.loans];
    expect(new Set(all.map(({ number }) => number)).size).toBe(all.length);
    expect(all.map(({ daysPastDue }) => daysPastDue)).toEqual(
      all.map(({ daysPastDue }) => daysPastDue).toSorted((a, b) => b - a),
    );
    const some = (
      await ops("loans", "--product", "we2000", "--from-dpd", "1", "--to-dpd", "30", "--json")
    ).json();
    const [counted] = await sql`select count(*)::int as count from loan_positions
      where product_id = 'we2000' and days_past_due between 1 and 30`;
    expect(some["total"]).toBe(counted?.["count"]);
  });

  it("adds up the overdue by bucket", async () => {
    const { buckets } = (await ops("buckets", "--json")).json<{
      buckets: { name: string; loans: number; overdue: string }[];
    }>();
    const [late] = await sql`select count(*)::int as loans,
      sum(overdue_principal + overdue_interest + penalty) as overdue from loan_positions where days_past_due > 0`;
    const overdue = buckets.filter(({ name }) => name !== "current");
    expect(overdue.reduce((sum, { loans }) => sum + loans, 0)).toBe(late?.["loans"]);
    expect(overdue.reduce((sum, one) => sum + Number(one.overdue), 0)).toBeCloseTo(
      Number(late?.["overdue"]),
      2,
    );
    expect((await ops("buckets")).out).toContain("1-30");
  });

  it("shows what waits, with how long", async () => {
    await sql`select graphile_worker.add_job('deliver', '{}', run_at => now() - interval '5 minutes')`;
    const status = (await ops("status", "--json")).json<{
      queues: { task: string; ready: number; oldestSeconds: number }[];
    }>();
    expect(status.queues.find(({ task }) => task === "deliver")?.oldestSeconds).toBeGreaterThanOrEqual(300);
  });

  it("lists chats that refused us for good, until their borrower writes again", async () => {
    const [chat] = await sql`select id, chat_id from conversations limit 1`;
    const conversationId = String(chat?.["id"]);
    await rememberUnreachable(database.orm, {
      conversationId,
      reason: "blocked",
      at: new Date().toISOString(),
    });
    const { chats } = (await ops("unreachable", "--json")).json<{
      chats: { chatId: string; reason: string }[];
    }>();
    expect(chats).toMatchObject([{ chatId: chat?.["chat_id"], reason: "blocked" }]);
    await sql`insert into inbox (conversation_id, message_id, turn_id, at)
      values (${conversationId}, 'heard-again', gen_random_uuid(), now())`;
    expect((await ops("unreachable")).out).toBe("Every chat can be reached.");
  });

  it("puts dead letters back into the queue, those asked for and no others", async () => {
    const dead = async () =>
      (await ops("dead-letters", "--json"))
        .json<{ deadLetters: { id: string }[] }>()
        .deadLetters.map(({ id }) => id);
    const kill =
      await sql`select (graphile_worker.add_job('deliver', '{}', max_attempts => 1, job_key => 'deliver:' || n)).id
      from generate_series(1, 2) as n`;
    const killed = kill.map(({ id }) => `job:${id}`);
    await sql`update graphile_worker._private_jobs set attempts = 1 where key in ('deliver:1', 'deliver:2')`;
    expect(await dead()).toEqual(killed);
    expect((await ops("dead-letters", "--retry", killed[0] ?? "")).code).toBe(0);
    expect(await dead()).toEqual([killed[1]]);
    const unknown = await ops("dead-letters", "--retry", "job:999999");
    expect({ code: unknown.code, err: unknown.err.split("\n").at(-1) }).toEqual({
      code: 1,
      err: "Not among the dead letters: job:999999.",
    });
    await ops("dead-letters", "--retry-all");
    expect(await dead()).toEqual([]);
  });
});
