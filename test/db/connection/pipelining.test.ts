import { randomUUID } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import { openDatabase, type Tx } from "../../../db/connection/connection.ts";
import { advanceConversation } from "../../../db/conversation/conversations.ts";
import { armConversation, setDeadline } from "../../../db/conversation/deadlines.ts";
import { conversationHistory } from "../../../db/conversation/history.ts";
import { recordInbound } from "../../../db/conversation/inbox.ts";
import { claimDelivery, pendingOutbound, queueOutbound } from "../../../db/conversation/outbox.ts";
import { insertCommand } from "../../../db/jobs/commands.ts";
import { ensureDeliveryJob } from "../../../db/jobs/jobs.ts";
import { freshDatabase } from "../../support/database.ts";
import { newConversation } from "../../support/fixtures/rows.ts";
import { tcpProxy } from "../../support/tcp-proxy.ts";

const database = await freshDatabase();
afterAll(() => database.close());

const at = "2026-02-10T02:00:00.000Z";

/** All that a turn writes, issued without awaiting in between. */
function writeTurn(tx: Tx, id: string, seq: number) {
  const turnId = randomUUID();
  const ids = { conversationId: id, turnId };
  const command = { ...ids, id: randomUUID(), kind: "assess", idempotencyKey: turnId, payload: {} };
  const next = { snapshot: {}, stage: "idle", locale: null, clockOffsetMs: 0 };
  return Promise.all([
    recordInbound(tx, { ...ids, messageId: turnId, text: `said ${seq}`, at }),
    advanceConversation(tx, { id, expectedSeq: seq, ...next }),
    queueOutbound(tx, { ...ids, id: randomUUID(), outbound: { seq }, replaces: null, at }),
    insertCommand(tx, { ...command, maxAttempts: 5 }),
    setDeadline(tx, { conversationId: id, key: "idle", at, event: {} }),
    armConversation(tx, { conversationId: id, clockOffsetMs: 0 }),
    claimDelivery(tx, { conversationId: id, holder: turnId, leaseSeconds: 30 }),
    ensureDeliveryJob(tx, id, 30),
    pendingOutbound(tx, id),
  ]);
}
const STATEMENTS = 9;

it("statements issued together are carried out in the order in which they were issued", async () => {
  const { id } = await newConversation(database.orm);
  for (let seq = 0; seq < 3; seq += 1) {
    const written = await database.orm.transaction((tx) => writeTurn(tx, id, seq));
    expect(written.at(-1)).toHaveLength(seq + 1);
  }
  const said = await conversationHistory(database.orm, id);
  expect(said.map(({ from }) => from)).toEqual(Array(3).fill(["borrower", "assistant"]).flat());
});

it("all of them leave before the first is answered: one round trip", async () => {
  const server = new URL(database.url);
  const executes = executeCounter();
  let awaited = 0;
  const proxy = await tcpProxy({
    ...{ host: server.hostname, port: Number(server.port || 5432) },
    mayAnswer: (sent) => executes(sent) >= awaited,
  });
  server.host = `127.0.0.1:${proxy.port}`;
  const watched = openDatabase({ url: server.href, poolSize: 1 });
  const { id } = await newConversation(watched.orm);
  // The first turn of a connection has its statements prepared.
  await watched.orm.transaction((tx) => writeTurn(tx, id, 0));
  await watched.orm.transaction((tx) => {
    awaited = executes() + STATEMENTS;
    return writeTurn(tx, id, 1);
  });
  // And the commit.
  expect(executes()).toBe(awaited + 1);
  await watched.close();
  proxy.cut();
});

/** Counts the Execute messages ("E") of a client in Postgres' protocol, whatever way they are cut up. */
function executeCounter(): (sent?: Buffer) => number {
  let unread = Buffer.alloc(0);
  let started = false;
  let executes = 0;
  return (sent = Buffer.alloc(0)) => {
    unread = Buffer.concat([unread, sent]);
    for (;;) {
      // A message is a type and a length that counts itself; the very first has no type.
      const head = started ? 1 : 0;
      if (unread.length < head + 4) return executes;
      const length = head + unread.readInt32BE(head);
      if (unread.length < length) return executes;
      if (started && unread[0] === "E".charCodeAt(0)) executes += 1;
      started = true;
      unread = unread.subarray(length);
    }
  };
}
