/** The steps of the session as a tree: back and forth, jump, and branch by stepping on from an earlier one. */
import { byId, element } from "../../../bot/channels/web/page/dom.ts";
import type { SessionView, StepSummary } from "../../server/protocol.ts";
import { jump, onShow, type StepDesk, theDesk } from "../desk.ts";
import { toldText } from "../texts.ts";

/** The child that was looked at last, by its parent: where "forth" leads after going back. */
const lastChild = new Map<string, number>();

export function openHistoryPanel(): void {
  byId("back").addEventListener("click", back);
  byId("forth").addEventListener("click", forth);
  document.addEventListener("keydown", ({ key, target, ctrlKey, altKey, metaKey }) => {
    if (ctrlKey || altKey || metaKey || isWriting(target)) return;
    if (key === "[") back();
    if (key === "]") forth();
  });
  onShow(showHistory);
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement;

const keyOf = (session: SessionView, step: number): string => `${session.id} ${step}`;

function back(): void {
  const { parent } = theDesk().session.current;
  if (parent !== null) void jump(parent);
}

function forth(): void {
  const next = nextOf(theDesk().session);
  if (next !== undefined) void jump(next);
}

function nextOf(session: SessionView): number | undefined {
  const { id } = session.current;
  return lastChild.get(keyOf(session, id)) ?? session.steps.findLast(({ parent }) => parent === id)?.id;
}

function showHistory({ session }: StepDesk): void {
  remember(session);
  const { steps, current } = session;
  byId("back", HTMLButtonElement).disabled = current.parent === null;
  byId("forth", HTMLButtonElement).disabled = nextOf(session) === undefined;
  const way = new Set(wayTo(steps, current.id));
  const list = byId("history");
  list.replaceChildren(...inOrder(steps, 0, 0).map((row) => rowElement(row, way, current.id)));
  const here = list.querySelector<HTMLElement>("[aria-current]");
  if (here) list.scrollTop = here.offsetTop - list.clientHeight / 2;
}

function remember(session: SessionView): void {
  const { steps, current } = session;
  for (const id of wayTo(steps, current.id)) {
    const parent = steps[id]?.parent;
    if (typeof parent === "number") lastChild.set(keyOf(session, parent), id);
  }
}

function wayTo(steps: readonly StepSummary[], id: number): number[] {
  const parent = steps[id]?.parent;
  return typeof parent === "number" ? [...wayTo(steps, parent), id] : [id];
}

interface Row {
  step: StepSummary;
  /** How many branches deep. */
  depth: number;
}

/** The first way straight down, each later branch one further in. */
function inOrder(steps: readonly StepSummary[], id: number, depth: number): Row[] {
  const step = steps[id];
  if (!step) return [];
  const [first, ...branches] = steps.filter(({ parent }) => parent === id);
  return [
    { step, depth },
    ...branches.flatMap((branch) => inOrder(steps, branch.id, depth + 1)),
    ...(first ? inOrder(steps, first.id, depth) : []),
  ];
}

function rowElement({ step, depth }: Row, way: ReadonlySet<number>, current: number): HTMLElement {
  const { id, path } = step;
  const button = element(
    "button",
    {
      type: "button",
      "data-key": `step ${id}`,
      ...(id === current && { "aria-current": "step" }),
    },
    element("span", { class: "number" }, String(id)),
    element("span", { class: "words" }, toldText(step)),
    element("span", { class: "path" }, path),
  );
  button.addEventListener("click", () => void jump(id));
  const row = element("li", { class: `depth-${Math.min(depth, 6)}${way.has(id) ? " on-way" : ""}` }, button);
  return row;
}
