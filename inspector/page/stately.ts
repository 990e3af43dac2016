/** With the flag `--stately`: every step is also told to Stately's own inspector, in a window that a button opens. */
import { createBrowserInspector } from "@statelyai/inspect";
import { byId } from "../../bot/channels/web/page/dom.ts";
import { loadDefinition } from "./api.ts";
import { onShow, type StepDesk, theDesk, trying } from "./desk.ts";

export function openStately(): void {
  const { stately: url } = document.documentElement.dataset;
  const button = byId("stately", HTMLButtonElement);
  if (!url) return;
  button.hidden = false;
  const inspector = createBrowserInspector({ url, autoStart: false });
  /** The step last told of, by session. */
  const told = new Map<string, number>();
  button.addEventListener("click", () => {
    inspector.start();
    told.clear();
    void trying(() => tell(theDesk()));
  });
  onShow((desk) => {
    if (told.size > 0) void trying(() => tell(desk));
  });

  async function tell({ session, machine }: StepDesk): Promise<void> {
    const { id, current } = session;
    const snapshot = {
      status: "active" as const,
      value: stateValueOf(current.path),
      context: current.context,
    };
    if (told.get(id) === current.id) return;
    if (!told.has(id)) {
      // It looks for the definition where a running actor has it, which its types leave out.
      const logic = { config: await loadDefinition(machine.id) };
      const actor = { sessionId: id, send: nobody, getSnapshot: () => undefined, logic };
      inspector.actor(actor, snapshot);
    }
    told.set(id, current.id);
    for (const { event } of current.traces) inspector.event(id, event);
    inspector.snapshot(id, snapshot, { event: current.traces.at(-1)?.event ?? { type: "begin" } });
  }
}

/** Stately only watches. */
const nobody = (): void => {};

/** "quoting.reviewing" as a state value. */
function stateValueOf(path: string): unknown {
  const [first = "", ...rest] = path.split(".");
  return rest.length > 0 ? { [first]: stateValueOf(rest.join(".")) } : first;
}
