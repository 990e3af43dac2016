import { afterAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../../db/connection/connection.ts";
import { openConfiguredDatabase } from "../../../db/connection/open.ts";
import { isStorageFailure } from "../../../db/connection/storage-failure.ts";
import { findConversation } from "../../../db/conversation/conversations.ts";
import { freshDatabase } from "../../support/database.ts";
import { databaseUrl } from "../../support/database-url.ts";
import { newConversation } from "../../support/fixtures/rows.ts";
import { tcpProxy } from "../../support/tcp-proxy.ts";
import { newFolder, serverOf } from "../support/embedded-probe.ts";

const server = await freshDatabase();
afterAll(() => server.close());
const log = () => {};

describe("the configured database", () => {
  it("is the one of the address, with our tables", async () => {
    const name = `${new URL(server.url).pathname.slice(1)}_opened`;
    await server.sql.unsafe(`create database ${name}`);
    const database = await openConfiguredDatabase({
      databaseUrl: databaseUrl(server.url, name),
      ...{ poolSize: 2, log },
    });
    const row = await newConversation(database.orm);
    expect(await findConversation(database.orm, row)).toEqual(row);
    await database.close();
    await server.sql.unsafe(`drop database ${name}`);
  });

  it("is the embedded one without an address: closing it stops the server, opening it again has the data", async () => {
    const dataDir = newFolder();
    const database = await openConfiguredDatabase({ dataDir, poolSize: 2, log });
    const beside = await openConfiguredDatabase({ dataDir, poolSize: 2, log });
    const row = await newConversation(database.orm);
    await database.close();
    expect(await findConversation(beside.orm, row)).toEqual(row);
    await beside.close();
    expect(serverOf(dataDir)).toBeUndefined();
    const again = await openConfiguredDatabase({ dataDir, poolSize: 2, log });
    expect(await findConversation(again.orm, row)).toEqual(row);
    await again.close();
  });

  it("says what Postgres says when nothing answers at the address", async () => {
    const nowhere = "postgres://jiedao@127.0.0.1:1/jiedao";
    await expect(openConfiguredDatabase({ databaseUrl: nowhere, poolSize: 2, log })).rejects.toMatchObject({
      code: "ECONNREFUSED",
    });
  });

  it("is waited for, with a word about it, where there is patience", async () => {
    const url = new URL(server.url);
    const proxy = await tcpProxy({ host: url.hostname, port: Number(url.port || 5432) });
    url.host = `127.0.0.1:${proxy.port}`;
    proxy.cut();
    const lines: string[] = [];
    const mendAtFirstWord = (line: string) => {
      lines.push(line);
      void proxy.mend();
    };
    const database = await openConfiguredDatabase({
      ...{ databaseUrl: url.href, poolSize: 2, log: mendAtFirstWord },
      patience: { tries: 1000, everyMs: 10 },
    });
    expect(await database.sql`select 1 as one`).toEqual([{ one: 1 }]);
    expect(lines).toEqual(["The database is out of reach (ECONNREFUSED): it is tried again, 1000 times."]);
    await database.close();
    proxy.cut();
  });

  // A rejection that nobody handles fails the whole run.
  it("that is lost while a connection is being made rejects what was asked, and nothing else", async () => {
    const url = new URL(server.url);
    const proxy = await tcpProxy({
      ...{ host: url.hostname, port: Number(url.port || 5432) },
      mayAnswer: (sent) => {
        // The first that a connection asks once it may.
        if (sent.includes("select")) proxy.cut();
        return true;
      },
    });
    url.host = `127.0.0.1:${proxy.port}`;
    const database = openDatabase({ url: url.href, poolSize: 2 });
    await expect(database.sql`select 1`).rejects.toSatisfy(isStorageFailure);
    await database.close();
  });
});
