/** What the page knows, and the one way to change it: `take` a session, and everything is shown anew. */
import { byId } from "../../bot/channels/web/page/dom.ts";
import type { ChartView, MachineSummary, SessionView } from "../server/protocol.ts";
import type { Cause } from "../stepping/world.ts";
import { standAt } from "./address.ts";
import { jumpTo, Refused, sendStep } from "./api.ts";
import { keepSession } from "./menus/kept-sessions.ts";
import { t } from "./texts.ts";

export interface StepDesk {
  machines: MachineSummary[];
  machine: MachineSummary;
  chart: ChartView;
  session: SessionView;
  /** "names" or "full". */
  detail: "names" | "full";
}

type Shower = (desk: StepDesk) => void;

let desk: StepDesk | undefined;
const showers: Shower[] = [];

export const onShow = (shower: Shower): number => showers.push(shower);

export function open(opened: StepDesk): void {
  desk = opened;
  const { id, current } = opened.session;
  standAt({ session: id, step: current.id });
  const dropped = keepSession(opened.session, new Date().toISOString());
  redraw();
  if (dropped === undefined) byId("trouble").textContent = t("noRoom");
  else if (dropped.length > 0) byId("trouble").textContent = `${t("givenUp")} ${dropped.join(", ")}`;
}

export const isOpen = (): boolean => desk !== undefined;

export function theDesk(): StepDesk {
  if (!desk) throw new Error("the page is not open yet");
  return desk;
}

export function redraw(): void {
  const now = theDesk();
  keepFocus(() => {
    for (const shower of showers) shower(now);
  });
}

/** Focus stays with what it was on, though that is made anew; else it goes where the machine now stands. */
export function keepFocus(change: () => void): void {
  const focused = document.activeElement;
  const key = focused instanceof HTMLElement ? focused.dataset["key"] : undefined;
  change();
  if (!focused || focused === document.body || focused.isConnected) return;
  const again =
    key === undefined ? null : document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  (again ?? byId("now")).focus();
}

function take(session: SessionView): void {
  open({ ...theDesk(), session });
}

/** A cause from where one stands now; what was refused about it. */
export const send = (cause: Cause): Promise<Refused | undefined> =>
  trying(async () => {
    const { session } = theDesk();
    const follow = byId("follow", HTMLInputElement).checked;
    take(await sendStep(session.id, { from: session.current.id, cause, follow }));
  });

export const jump = (step: number): Promise<Refused | undefined> =>
  trying(async () => take(await jumpTo(theDesk().session.id, step)));

/** What the server would not do is said and given back, and nothing changes. */
export async function trying(work: () => Promise<unknown>): Promise<Refused | undefined> {
  const trouble = byId("trouble");
  trouble.textContent = "";
  try {
    await work();
    return undefined;
  } catch (error) {
    // Fetch throws a TypeError when nobody answers.
    if (!(error instanceof Refused) && !(error instanceof TypeError)) throw error;
    const refused = error instanceof Refused ? error : new Refused({ message: t("unanswered") });
    trouble.textContent = refused.message;
    return refused;
  }
}
