/** The way to Postgres: postgres.js for the wire, drizzle for the words. */
import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { PgDatabase, PgTransaction } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "../schema.ts";
import { steadyClient } from "./steady-client.ts";
import { leaveParametersUntold } from "./untold-parameters.ts";

type Schema = typeof schema;
type Relations = ExtractTablesWithRelations<Schema>;

/** Inside a transaction. Functions of several statements that belong together take only this. */
export type Tx = PgTransaction<PostgresJsQueryResultHKT, Schema, Relations>;

/** A transaction or the pool. */
export type Queryable = PgDatabase<PostgresJsQueryResultHKT, Schema, Relations>;

export interface Database {
  /** Carries the password: never to be logged. */
  url: string;
  /** JSON goes in as a string cast to jsonb; numeric, date and timestamptz come out as Postgres writes them. */
  sql: postgres.Sql;
  /** Numeric and date are strings, instants ISO 8601 in UTC. */
  orm: Queryable;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  url: string;
  /** Connections at most. */
  poolSize: number;
}

/**
 * Opens a pool; connections are made when first needed, so this never fails. Queries issued inside one
 * transaction without awaiting in between go out together and are answered in order: one round trip.
 */
export function openDatabase({ url, poolSize }: DatabaseOptions): Database {
  leaveParametersUntold();
  const open = () =>
    postgres(url, {
      max: poolSize,
      connect_timeout: 5,
      idle_timeout: 60,
      onnotice: () => {},
      // postgres.js asks for the types of arrays on connecting and awaits no answer: a connection that is lost just
      // then would be a rejection that nobody handles. No statement here gives or takes an array.
      fetch_types: false,
      connection: { application_name: "jiedao", TimeZone: "UTC" },
    });
  const sql = steadyClient(open);
  return { url, sql, orm: drizzle(sql, { schema }), close: () => sql.end({ timeout: 5 }) };
}
