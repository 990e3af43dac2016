/** What the page knows, and the one way to change it: `take` a session, and everything is shown anew. */
import { byId } from "../../bot/web/page/dom.ts";
import type { ChartView, MachineSummary, SessionView } from "../server/protocol.ts";
import type { Cause } from "../stepping/world.ts";
import { jumpTo, Refused, sendStep } from "./api.ts";

export interface Desk {
  machines: MachineSummary[];
  machine: MachineSummary;
  chart: ChartView;
  session: SessionView;
  /** "names" or "full". */
  detail: "names" | "full";
}

type Shower = (desk: Desk) => void;

let desk: Desk | undefined;
const showers: Shower[] = [];

export const onShow = (shower: Shower): number => showers.push(shower);

export function open(opened: Desk): void {
  desk = opened;
  show();
}

export function theDesk(): Desk {
  if (!desk) throw new Error("the page is not open yet");
  return desk;
}

/** Focus stays with what it was on, though that is made anew; else it goes where the machine now stands. */
export function show(): void {
  const now = theDesk();
  const focused = document.activeElement;
  const key = focused instanceof HTMLElement ? focused.dataset["key"] : undefined;
  for (const shower of showers) shower(now);
  if (!focused || focused === document.body || focused.isConnected) return;
  const again =
    key === undefined ? null : document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  (again ?? byId("now")).focus();
}

function take(session: SessionView): void {
  desk = { ...theDesk(), session };
  show();
}

/** A cause from where one stands now. */
export const send = (cause: Cause): Promise<void> =>
  trying(async () => {
    const { session } = theDesk();
    const follow = byId("follow", HTMLInputElement).checked;
    take(await sendStep(session.id, { from: session.current.id, cause, follow }));
  });

export const jump = (step: number): Promise<void> =>
  trying(async () => take(await jumpTo(theDesk().session.id, step)));

/** What the server would not do is said, and nothing changes. */
export async function trying(work: () => Promise<unknown>): Promise<void> {
  const trouble = byId("trouble");
  trouble.textContent = "";
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refused) && !(error instanceof TypeError)) throw error;
    trouble.textContent = error.message;
  }
}
