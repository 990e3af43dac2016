/** The sessions of everybody who has the page open: kept in this process, the oldest given up first: pages keep their own copies. */
import type { Session } from "../session/session.ts";

export interface Sessions {
  /** `id`: under which a page knows it already. */
  add(session: Session, id?: string): string;
  find(id: string): Session | undefined;
}

const most = 200;

export function keepSessions(newId: () => string): Sessions {
  const kept = new Map<string, Session>();
  return {
    add(session, id = newId()) {
      kept.set(id, session);
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
      return id;
    },
    find: (id) => kept.get(id),
  };
}
