import { afterAll, describe, expect, it } from "vitest";
import { findConversation } from "../../db/conversations.ts";
import { openConfiguredDatabase } from "../../db/open.ts";
import { freshDatabase } from "../support/database.ts";
import { databaseUrl } from "../support/database-url.ts";
import { newFolder, serverOf } from "./embedded-probe.ts";
import { newConversation } from "./fixtures.ts";

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
});
