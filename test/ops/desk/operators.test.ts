import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { freshDatabase } from "../../support/database.ts";
import { opsOn } from "../at-desk.ts";

const database = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), "jiedao-operators-"));
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const operators = [
  { name: "mei", roles: ["viewer"] },
  { name: "jun", roles: ["clerk"] },
  { name: "lin", roles: ["supervisor"] },
];
const configured = { DATABASE_URL: database.url, JIEDAO_OPERATORS: JSON.stringify(operators) };
const ops = opsOn(configured);
const audit = () =>
  database.sql`select operator, action, outcome, details from audit_log order by id desc limit 1`;

describe("operators", () => {
  it("are read from JSON or from a file of it", async () => {
    const file = join(folder, "operators.json");
    writeFileSync(file, JSON.stringify(operators));
    const fromFile = opsOn({ DATABASE_URL: database.url, JIEDAO_OPERATORS: file, JIEDAO_OPERATOR: "mei" });
    expect((await fromFile("buckets")).code).toBe(0);
    expect((await ops("buckets", "--as", "mei")).code).toBe(0);
  });

  it("name themselves where there are several", async () => {
    expect(await ops("buckets")).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^Say who acts, with --as or JIEDAO_OPERATOR: mei, /),
    });
    expect(await ops("buckets", "--as", "eve")).toMatchObject({ code: 1, err: "No operator is called eve." });
  });

  it("do what their roles allow, and a refusal is on record", async () => {
    expect((await ops("close", "--as", "jun")).code).toBe(0);
    const refused = await ops("close", "--as", "mei");
    expect(refused).toMatchObject({ code: 1, out: "" });
    expect(refused.err).toContain("mei may not do this");
    expect(await audit()).toMatchObject([{ operator: "mei", action: "close", outcome: "refused" }]);
    expect((await ops("write-off", "JD1", "--reason", "gone away", "--as", "jun")).err).toContain("may not");
    expect((await ops("audit", "--as", "jun")).code).toBe(1);
    expect((await ops("audit", "--as", "lin")).code).toBe(0);
  });

  it("leave a record of what failed, with what it was done to", async () => {
    await ops("write-off", "JD1", "--reason", "gone away", "--as", "lin");
    expect(await audit()).toMatchObject([
      {
        operator: "lin",
        action: "write-off",
        outcome: "failed",
        details: { loan: "JD1", reason: "gone away" },
      },
    ]);
  });

  it("nobody changes that record", async () => {
    for (const change of [
      "update audit_log set operator = 'eve'",
      "delete from audit_log",
      "truncate audit_log",
    ])
      await expect(database.sql.unsafe(change)).rejects.toThrow("append-only");
  });

  it.each([
    ["not JSON", "[mei]", "JIEDAO_OPERATORS is neither"],
    ["a file that is not there", "/nowhere/operators.json", "JIEDAO_OPERATORS is neither"],
    ["an unknown role", '[{"name":"mei","roles":["king"]}]', "JIEDAO_OPERATORS cannot be used: 0.roles.0"],
    ["a name twice", '[{"name":"mei","roles":["viewer"]},{"name":"mei","roles":["clerk"]}]', "one name"],
    ["an unknown key", '[{"name":"mei","roles":["viewer"],"admin":true}]', "cannot be used"],
  ])("are refused as a whole when the configuration has %s", async (_, given, sentence) => {
    const { code, err } = await opsOn({ DATABASE_URL: database.url, JIEDAO_OPERATORS: given })("buckets");
    expect(code).toBe(1);
    expect(err).toContain(sentence);
  });

  it("are needed in production, where demo loans are refused", async () => {
    const production = {
      NODE_ENV: "production",
      DATABASE_URL: database.url,
      REDIS_URL: "redis://:secret@127.0.0.1:1",
      SESSION_KEY: "x".repeat(32),
    };
    const partners = { PARTNERS_URL: "http://127.0.0.1:1", PARTNERS_TOKEN: "x".repeat(16) };
    expect((await opsOn({ ...production, ...partners })("buckets")).err).toContain("needed in production");
    const seeding = await opsOn({ ...production, ...partners, ...configured })("seed-demo", "--loans", "5");
    expect(seeding).toMatchObject({ code: 1, err: "Demo loans are refused in production." });
  });
});
