/** The sessions of this browser: each kept as its file, so that neither a reload nor the server's end loses any. */
import type { SessionView } from "../../server/protocol.ts";
import type { SessionFile } from "../../session/session-file.ts";
import { writeSession } from "../../session/write-session.ts";

export interface KeptSession {
  id: string;
  /** "journey 3". */
  name: string;
  machine: string;
  /** The step that was looked at last. */
  current: number;
  /** ISO 8601. */
  changedAt: string;
  file: SessionFile;
}

const prefix = "jiedao-inspector-session ";
const most = 50;

/** The one changed last comes first. */
export function listKept(): KeptSession[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => findKept(key.slice(prefix.length)) ?? [])
    .sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
}

export function findKept(id: string): KeptSession | undefined {
  const stored = localStorage.getItem(`${prefix}${id}`);
  return stored === null ? undefined : (JSON.parse(stored) as KeptSession);
}

/** The names of those that were given up for it, the oldest of too many; undefined: there is no room even so. */
export function keepSession(session: SessionView, now: string): string[] | undefined {
  const { id, machine, steps, current } = session;
  const known = findKept(id);
  const grown = known?.file.steps.length !== steps.length;
  const kept: KeptSession = {
    ...{ id, machine, current: current.id, name: known?.name ?? nameFor(machine) },
    ...{ changedAt: grown ? now : known.changedAt, file: writeSession(session) },
  };
  const others = listKept().filter((one) => one.id !== id);
  const dropped = others.splice(most - 1);
  for (const one of dropped) localStorage.removeItem(`${prefix}${one.id}`);
  while (!store(kept)) {
    const oldest = others.pop();
    if (!oldest) return undefined;
    localStorage.removeItem(`${prefix}${oldest.id}`);
    dropped.push(oldest);
  }
  return dropped.map(({ name }) => name);
}

/** False: the browser has no more room. */
function store(kept: KeptSession): boolean {
  try {
    localStorage.setItem(`${prefix}${kept.id}`, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

function nameFor(machine: string): string {
  const numbers = listKept().flatMap((one) =>
    one.machine === machine ? [Number(one.name.split(" ").at(-1))] : [],
  );
  return `${machine} ${Math.max(0, ...numbers) + 1}`;
}
