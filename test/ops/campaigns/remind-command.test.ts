import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../../../bot/clock.ts";
import type { Database } from "../../../db/connection/connection.ts";
import { addDays, addMonths, shanghaiDate } from "../../../domain/calendar/dates.ts";
import { faultsOf, previewReminders } from "../../../ops/campaigns/texts/preview-reminders.ts";
import { runOps } from "../../../ops/program.ts";
import { freshDatabase } from "../../support/database.ts";
import { seedBorrowers } from "../../support/fixtures/many-borrowers.ts";

const operators = JSON.stringify([
  { name: "wang", roles: ["clerk"] },
  { name: "li", roles: ["clerk", "supervisor"] },
  { name: "zhao", roles: ["viewer"] },
]);

let database: Database;
let folder: string;

beforeEach(async () => {
  database = await freshDatabase();
  folder = mkdtempSync(join(tmpdir(), "jiedao-remind-"));
  await ops("settings", "set", "campaign-approval-above", "2", "--as", "li");
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

async function ops(...args: string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await runOps(args, {
    env: {
      ...{ DATABASE_URL: database.url, JIEDAO_OPERATORS: operators, JIEDAO_OPERATOR: "wang" },
      ...{ CAMPAIGN_MESSAGES_PER_SECOND: "1000", SMS_PRICE: "0.05" },
    },
    print: (line) => void said.push(line),
    complain: (line) => void complained.push(line),
    untilStopped: () => new AbortController().signal,
  });
  return { code, said: said.join("\n"), complained: complained.join("\n") };
}

/** Whatever the hour at which the test is run, it is about noon where they live. */
function noonZone(): string {
  const ahead = 12 - new Date(systemClock.now()).getUTCHours();
  return `Etc/GMT${ahead > 0 ? "-" : "+"}${Math.abs(ahead)}`;
}

/** Their first installment is due within three days of today. */
async function borrowers(count: number, channel: string | null): Promise<void> {
  const today = shanghaiDate(systemClock.now());
  const disbursedOn = Array.from({ length: 40 }, (_, back) => addDays(today, -back)).find(
    (date) => addMonths(date, 1) >= today && addMonths(date, 1) <= addDays(today, 3),
  );
  if (!disbursedOn) throw new Error("every day has a month before it");
  await seedBorrowers(database, { count, firstChat: 1, channel, disbursedOn });
  await database.sql`insert into contact_preferences (borrower_id, time_zone)
    select id, ${noonZone()} from borrowers`;
}

const jsonOf = (text: string) => JSON.parse(text);

describe("remind", () => {
  it("tries without sending: counts, cost, three examples in each language", async () => {
    await borrowers(5, null);
    const { code, said } = await ops("remind", "--due-within", "3d", "--dry-run", "--json", "--as", "li");
    expect(code).toBe(0);
    const answer = jsonOf(said);
    expect(answer).toMatchObject({ toSend: 5, textMessages: 5, cost: "0.25", needsApproval: true });
    expect(answer.examples.map(({ locale }: { locale: string }) => locale)).toEqual([
      ...["zh-CN", "zh-CN", "zh-CN", "en", "en", "en"],
    ]);
    expect(await database.sql`select from dispatches`).toHaveLength(0);
  });

  it("a large one waits for a second operator, who need not send it: asked again, it goes on", async () => {
    await borrowers(3, "web");
    const planned = await ops("remind", "--due-within", "3d", "--json");
    expect(planned.code).toBe(0);
    expect(planned.complained).toContain("3 reminders wait for a second operator: ops campaigns approve 1");
    expect((await ops("campaigns", "approve", "1")).complained).toContain("wang may not do this");
    expect((await ops("campaigns", "approve", "1", "--as", "li")).said).toBe("Campaign 1 is running.");

    const sent = await ops("remind", "--due-within", "3d", "--json");
    expect(jsonOf(sent.said)).toMatchObject({
      campaign: { id: 1, status: "done", size: 3, createdBy: "wang", approvedBy: "li" },
      outcomes: [{ status: "sent", channel: "chat", count: 3 }],
    });
    expect((await ops("remind", "--due-within", "3d")).said).toBe("There is nobody to remind.");
    const csv = (await ops("campaigns", "report", "1", "--csv")).said.split("\r\n");
    expect(csv[0]).toBe("loan,installment,stage,outcome,by,reason,attempts,at");
    expect(csv).toHaveLength(4);
    expect(csv[1]).toMatch(/^JD-1,1,(before|due),sent,chat,,1,\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  });

  it("is one campaign a day and audience, whose start is told and not silently kept, or waited for", async () => {
    await borrowers(2, "web");
    const day = addDays(shanghaiDate(systemClock.now()), 1);
    const planned = await ops("remind", "--due-within", "3d", "--at", `${day}T20:00:00+08:00`);
    expect(planned.complained).toContain(`campaign 1 starts at ${day} 20:00 (Shanghai).`);
    const again = await ops("remind", "--due-within", "3d", "--at", `${day}T21:00:00+08:00`);
    expect(again.code).toBe(1);
    expect(again.complained).toContain(`Campaign 1 has this audience already and starts at ${day} 20:00`);
    expect(again.complained).toContain("ops campaigns cancel 1, then this command again");
    const now = await ops("remind", "--due-within", "3d");
    expect(now.code).toBe(0);
    expect(now.complained).toContain("To begin now: ops campaigns cancel 1");
    expect(now.said).toContain(`2 wait for ${day} 20:00 (Shanghai);`);
    expect((await ops("campaigns", "list")).said).toMatch(new RegExp(`scheduled[^]*${day} 20:00`));
    expect(jsonOf((await ops("campaigns", "list", "--json")).said).campaigns[0].status).toBe("scheduled");
    expect((await ops("status")).said).toContain("scheduled, 0 of 2 done");

    await ops("campaigns", "cancel", "1");
    const night = await ops("remind", "--due-within", "3d", "--at", `${day}T23:00:00+08:00`);
    expect(night.complained).toContain(
      `starts at ${day} 23:00 (Shanghai), within the quiet hours from 22:00 to 08:00: the first goes out at ${addDays(day, 1)} 08:00`,
    );
    expect(night.said).toMatch(/2 wait for .*the first goes out at .* 08:00; the workers/);
  });

  it("refuses a start that has passed, and plans nothing", async () => {
    await borrowers(1, "web");
    const past = await ops("remind", "--due-within", "3d", "--at", "2026-01-05T09:00:00+08:00");
    expect([past.code, past.complained]).toEqual([
      1,
      expect.stringContaining("2026-01-05 09:00 (Shanghai) has passed: name a time to come"),
    ]);
    expect(await database.sql`select from campaigns`).toHaveLength(0);
  });

  it("counts an operator's campaigns of a day together: splitting one evades nothing, nor does one's own shell", async () => {
    await borrowers(4, "web");
    const file = (name: string, ...numbers: string[]) => {
      writeFileSync(join(folder, name), numbers.join("\n"));
      return ["remind", "--loans-csv", join(folder, name), "--json"];
    };
    expect(jsonOf((await ops(...file("a", "JD-1", "JD-2"))).said).campaign.status).toBe("done");
    const dry = await ops(...file("b", "JD-3"), "--dry-run");
    expect(jsonOf(dry.said)).toMatchObject({ toSend: 1, needsApproval: true });
    const second = await ops(...file("b", "JD-3"));
    expect(jsonOf(second.said).campaign.status).toBe("awaiting-approval");
    expect(second.complained).toContain("ops campaigns approve 2");
    const another = await ops(...file("c", "JD-4"), "--as", "li");
    expect(jsonOf(another.said).campaign.status).toBe("done");
  });

  it("takes its threshold from the server, where only a supervisor changes it, on record", async () => {
    expect((await ops("settings", "set", "campaign-approval-above", "9")).complained).toContain(
      "wang may not do this: it takes the role supervisor",
    );
    expect((await ops("settings", "set", "campaign-approval-above", "9", "--as", "li")).said).toBe(
      "campaign-approval-above is 9 now; it was 2.",
    );
    const log = await database.sql`
      select operator, details, outcome from audit_log where action = 'settings-set' order by id`;
    expect(log.slice(1)).toEqual([
      { operator: "wang", details: { setting: "campaign-approval-above", value: 9 }, outcome: "refused" },
      { operator: "li", details: { setting: "campaign-approval-above", value: 9 }, outcome: "done" },
    ]);
  });

  it("can be paused by every role, and goes on by who runs the day", async () => {
    await borrowers(1, "web");
    const day = addDays(shanghaiDate(systemClock.now()), 1);
    await ops("remind", "--due-within", "3d", "--at", `${day}T20:00:00+08:00`);
    expect((await ops("campaigns", "pause", "1", "--as", "zhao")).said).toBe("Campaign 1 is paused.");
    expect((await ops("campaigns", "resume", "1", "--as", "zhao")).code).toBe(1);
    expect((await ops("campaigns", "resume", "1")).said).toBe("Campaign 1 is scheduled.");
  });

  it("takes the loans of a CSV, and no line that is none", async () => {
    await borrowers(3, "web");
    const file = join(folder, "loans.csv");
    writeFileSync(file, "loan,name\nJD-2,x\nJD-2,x\n");
    const sent = await ops("remind", "--loans-csv", file, "--json");
    expect(jsonOf(sent.said).outcomes).toEqual([{ status: "sent", channel: "chat", reason: null, count: 1 }]);
    writeFileSync(file, "JD-2\nnobody\n");
    const refused = await ops("remind", "--loans-csv", file);
    expect([refused.code, refused.complained]).toEqual([
      2,
      expect.stringContaining("Line 2 is no loan number."),
    ]);
  });

  it.each([
    [["remind"], 1, "Say who"],
    [["remind", "--due-within", "soon"], 2, "Days from 0 to 31"],
    [["remind", "--due-within", "3d", "--at", "tomorrow"], 2, "An instant with its offset."],
    [["remind", "--everybody"], 2, "unknown option"],
    [["campaigns", "approve", "x"], 2, "A whole number"],
    [["campaigns", "pause", "9"], 1, "There is no campaign 9."],
    [["campaigns", "stop", "1"], 2, "unknown command"],
  ])("%j is refused", async (args, code, sentence) => {
    const refused = await ops(...args);
    expect(refused.code).toBe(code);
    expect(refused.complained).toContain(sentence);
  });
});

describe("templates", () => {
  it("are all fit to go out, in both languages", () => {
    const previews = previewReminders(true);
    expect(previews).toHaveLength(20);
    expect(previews.filter(({ faults }) => faults.length > 0)).toEqual([]);
  });

  it("with a fault are caught", () => {
    const place = { stage: "before", locale: "en", channel: "sms" } as const;
    expect(faultsOf(place, "Pay undefined now")).toEqual([
      ...["no loanNumber", "no installment", "no amount", "no dueDate", "no days"],
      "a placeholder is not filled",
    ]);
    const fine =
      previewReminders(false).find((one) => one.stage === "before" && one.locale === "en")?.text ?? "";
    expect(faultsOf(place, fine)).toEqual([]);
    expect(faultsOf(place, `${fine} 借`)).toEqual(["not in its language"]);
    expect(faultsOf(place, fine + "x".repeat(500))).toEqual(["longer than 500"]);
  });
});
