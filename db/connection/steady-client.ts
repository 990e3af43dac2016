/**
 * postgres.js as drizzle needs it, with two things put right.
 *
 * Statements are prepared. Drizzle asks for unprepared ones: each then costs a round trip to describe it, and
 * none can leave before the last is answered.
 *
 * Connections may end. postgres.js 3.4.9 (its issues 1154 and 1208) writes on to a transaction's connection that
 * has ended, an exception that nobody can catch, and keeps a connection that ended while something was about to
 * be written, which then never opens again. So a transaction whose connection has ended is asked nothing more:
 * what it was doing is left hanging, and the transaction as a whole rejects. And a pool that lost a connection is
 * replaced by a fresh one; only those who listen stay with the first, which brings them back by itself.
 */
import type postgres from "postgres";
import { isStorageFailure } from "./storage-failure.ts";

/** As in postgres.js: a list is statements that go out together. */
type Use = (inner: postgres.TransactionSql) => unknown;
type Nest = (use: Use) => Promise<unknown>;

/** The life of one transaction's connection. */
interface Life {
  ended: boolean;
}

/** `open` makes a pool; it is called again whenever a pool has lost a connection. */
export function steadyClient(open: () => postgres.Sql): postgres.Sql {
  const first = open();
  let pool = open();

  function replace(lost: postgres.Sql): void {
    if (lost !== pool) return;
    pool = open();
    // Drizzle has set its own when it was given the client.
    Object.assign(pool.options.parsers, lost.options.parsers);
    Object.assign(pool.options.serializers, lost.options.serializers);
    lost.end({ timeout: 5 }).catch(() => {});
  }

  function watch<T extends Promise<unknown>>(from: postgres.Sql, work: T): T {
    work.catch((error) => isStorageFailure(error) && replace(from));
    return work;
  }

  function begin(use: Use): Promise<unknown> {
    const life: Life = { ended: false };
    const whole = pool.begin((inner) => whileAlive(life, use(guard(inner, life))));
    whole.catch(() => {
      life.ended = true;
    });
    return watch(pool, whole);
  }

  const own = new Map<string | symbol, unknown>(
    Object.entries({
      begin,
      unsafe: preparing((...args) => watch(pool, pool.unsafe(...args))),
      notify: (...args: Parameters<postgres.Sql["notify"]>) => watch(pool, pool.notify(...args)),
      listen: first.listen,
      end: (options?: { timeout?: number }) => Promise.all([pool.end(options), first.end(options)]),
    }),
  );
  return new Proxy(pool, {
    apply: (_, __, args) => Reflect.apply(pool, undefined, args),
    get: (_, name) => own.get(name) ?? Reflect.get(pool, name),
  });
}

/** A transaction's client, which does nothing once its connection has ended. */
function guard(inner: postgres.TransactionSql, life: Life): postgres.TransactionSql {
  const unsafe = preparing((...args) => {
    if (life.ended) return silence();
    const work = inner.unsafe(...args);
    work.catch((error) => {
      life.ended ||= isStorageFailure(error);
    });
    return work;
  });
  const savepoint: Nest = (use) =>
    life.ended ? silence() : inner.savepoint((nested) => whileAlive(life, use(guard(nested, life))));
  return new Proxy(inner, {
    get(target, name) {
      if (name === "unsafe") return unsafe;
      return name === "savepoint" ? savepoint : Reflect.get(target, name);
    },
  });
}

type UnsafeArgs = Parameters<postgres.Sql["unsafe"]>;

const preparing =
  <T>(run: (...args: UnsafeArgs) => T) =>
  (...[query, parameters, options]: UnsafeArgs): T =>
    run(query, parameters, { ...options, prepare: true });

/** The same outcome, unless the connection has ended: then none, so that postgres.js does not go on to commit. */
const whileAlive = (life: Life, work: unknown): Promise<unknown> =>
  new Promise((resolve, reject) => {
    (Array.isArray(work) ? Promise.all(work) : Promise.resolve(work)).then(
      (value) => life.ended || resolve(value),
      (error) => life.ended || reject(error),
    );
  });

/** What is asked of a connection that has ended: drizzle takes rows as arrays from `values`. */
function silence() {
  const never = new Promise<never>(() => {});
  return Object.assign(never, { values: () => never });
}
