/** The sessions of everybody who has the page open: kept in this process, the oldest given up first. */
import type { Session } from "../session/session.ts";

export interface Sessions {
  add(session: Session): string;
  find(id: string): Session | undefined;
}

const most = 200;

export function keepSessions(newId: () => string): Sessions {
  const kept = new Map<string, Session>();
  return {
    add(session) {
      const id = newId();
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
