/** Whatever fails in the database, nothing that a person told goes into the error. */
import { randomUUID } from "node:crypto";
import { inspect } from "node:util";
import { eq } from "drizzle-orm";
import { Logger, runOnce } from "graphile-worker";
import pino from "pino";
import { afterAll, describe, expect, it } from "vitest";
import { borrowers } from "../../../db/schema.ts";
import { freshDatabase } from "../../support/database.ts";

const database = await freshDatabase();
afterAll(() => database.close());

const secret = "张三丰6021";
const failure = async (query: Promise<unknown>): Promise<Error> =>
  await query.then(
    () => expect.unreachable("it must fail"),
    (error: Error) => error,
  );

/** As a log line, a job's last error and a console would have it. */
function told(error: Error): string {
  const lines: string[] = [];
  pino({}, { write: (line) => void lines.push(line) }).error(
    { err: error, error: error.stack },
    error.message,
  );
  return [...lines, inspect(error, { depth: 9 }), String(error), error.stack].join("\n");
}

describe("the error of a query that failed", () => {
  it("tells the statement and the kind of mistake, and not the value", async () => {
    const error = await failure(database.orm.select().from(borrowers).where(eq(borrowers.id, secret)));
    expect(told(error)).not.toContain(secret);
    expect(error.message).toContain("22P02");
    expect(error.message).toContain('where "borrowers"."id" = $1');
  });

  it("tells the rule that was broken, and nothing of the row", async () => {
    const locale = secret as "en";
    const error = await failure(database.orm.insert(borrowers).values({ id: randomUUID(), locale }));
    expect(told(error)).not.toContain(secret);
    expect(error.message).toContain('violates check constraint "borrowers_locale"');
  });

  it("is kept so with a job, too", async () => {
    await database.sql`select graphile_worker.add_job('fail', '{}')`;
    const said: string[] = [];
    await runOnce({
      connectionString: database.url,
      taskList: {
        fail: () => database.orm.select().from(borrowers).where(eq(borrowers.id, secret)).then(),
      },
      logger: new Logger(() => (_, message) => void said.push(message)),
      noHandleSignals: true,
    });
    const [job] = await database.sql`select last_error from graphile_worker.jobs`;
    expect(job?.["last_error"]).toContain("22P02");
    expect(said.join("\n")).toContain("22P02");
    expect(`${job?.["last_error"]} ${said.join("\n")}`).not.toContain(secret);
  });
});
