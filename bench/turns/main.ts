/**
 * `npm run bench -- turns`: what a turn costs beside what nobody could do without. Three subjects take the same
 * updates in turn, round by round, against the same Postgres and Bot API stand-in; medians of the rounds.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "../../db/connection/connection.ts";
import { openConfiguredDatabase } from "../../db/connection/open.ts";
import { type Child, startChild } from "../child.ts";
import { load } from "./load.ts";
import { line, machine, medianRound, type Round } from "./report.ts";
import { secret } from "./serve-subject.ts";

const rounds = 5;
const updates = 2_000;
const chats = 200;
const concurrency = 24;

const subjects = [
  { name: "1 bare grammY webhook bot", file: "./bare.ts" },
  { name: "2 and a transaction by hand", file: "./by-hand.ts" },
  { name: "3 our turn", file: "./our-turn.ts" },
];

export async function benchTurns(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "jiedao-bench-"));
  const given = process.env["DATABASE_URL"];
  const redis = process.env["REDIS_URL"] ?? "memory";
  const database = await openConfiguredDatabase({
    poolSize: 2,
    log: () => {},
    ...(given ? { databaseUrl: given } : { dataDir: folder }),
  });
  const api = await startChild("./bot-api.ts", import.meta.url);
  const started: Child[] = [];
  try {
    const version = await serverVersion(database.sql);
    print(`machine        ${machine()}`);
    print(
      `configuration  Postgres ${version} (${given ? "DATABASE_URL" : "embedded"}), sessions ${redis === "memory" ? "in memory" : "in Redis"},`,
    );
    print(
      `               ${updates} updates a round over ${chats} chats, ${concurrency} at a time, ${rounds} rounds`,
    );
    for (const { file } of subjects)
      started.push(await startChild(file, import.meta.url, api.url, database.url, redis));
    const results = await measure(started);
    await assertAnswered(database.sql);
    report(results);
  } finally {
    for (const child of [...started, api]) child.process.kill();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function serverVersion(sql: Database["sql"]): Promise<string> {
  const [setting] = await sql<{ server_version: string }[]>`show server_version`;
  return setting?.server_version ?? "unknown";
}

async function measure(children: readonly Child[]): Promise<Round[][]> {
  const results: Round[][] = children.map(() => []);
  let firstId = 1;
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, child] of children.entries()) {
      const figures = await load({
        url: child.url,
        secret,
        chats,
        updates,
        concurrency,
        firstId,
        firstChat: 1_000 * (index + 1),
      });
      firstId += updates;
      // Round 0 warms up: conversations begin, code is compiled.
      if (round > 0) results[index]?.push(figures);
    }
  }
  return results;
}

/** A fast subject that dropped its updates would prove nothing: subjects 2 and 3 must have sent every reply. */
async function assertAnswered(sql: Database["sql"]): Promise<void> {
  const [row] = await sql<{ sent: string }[]>`select count(*) as sent from outbox where status = 'sent'`;
  const expected = 2 * updates * (rounds + 1);
  if (Number(row?.sent) !== expected)
    throw new Error(`${row?.sent} replies were sent instead of ${expected}`);
}

function report(results: readonly Round[][]): void {
  const medians = results.map(medianRound);
  print("");
  for (const [index, round] of medians.entries()) print(line(subjects[index]?.name ?? "", round));
  const [bare, byHand, ours] = medians;
  if (!bare || !byHand || !ours) return;
  print("");
  print(`ratio 2 : 1    ${(byHand.rate / bare.rate).toFixed(2)}`);
  print(`ratio 3 : 2    ${(ours.rate / byHand.rate).toFixed(2)}   (target: at least 0.50)`);
  print("");
  for (const [index, rows] of results.entries()) {
    print(`raw ${index + 1}  ${rows.map(({ rate }) => rate.toFixed(0)).join(" ")} updates/s`);
  }
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);
