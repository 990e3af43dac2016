import type postgres from "postgres";

type Client = postgres.Sql | postgres.TransactionSql;
type Use = (inner: postgres.TransactionSql) => unknown;
type Nest = (use: Use) => unknown;

/**
 * Drizzle hands its statements to postgres.js as unprepared: each then costs a round trip to describe it and
 * cannot be pipelined. The same client, with every statement that has parameters prepared once a connection.
 */
export function preparing<T extends Client>(client: T): T {
  const unsafe: Client["unsafe"] = (query, parameters, options) =>
    client.unsafe(query, parameters, { ...options, prepare: true });
  return new Proxy(client, {
    get(target, name) {
      if (name === "unsafe") return unsafe;
      const value: unknown = Reflect.get(target, name);
      return name === "begin" || name === "savepoint" ? nesting(value as Nest) : value;
    },
  });
}

const nesting =
  (nest: Nest): Nest =>
  (use) =>
    nest((inner) => use(preparing(inner)));
