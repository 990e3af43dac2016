/** What is marked on the figures: where a machine stands, the transitions of a step, or what no test has taken. */
import { byId } from "../../../bot/channels/web/page/dom.ts";
import type { StepDesk } from "../desk.ts";
import { type CoverageShare, shareOf } from "../panels/coverage-panel.ts";

/** The step that one stands at. */
export function markStep({ session: { current } }: StepDesk): void {
  const taken = new Set(current.traces.flatMap(({ transitions }) => transitions));
  markActive(current.active);
  markWays((ids) => (ids.some((id) => taken.has(id)) ? "taken" : undefined));
  reveal(current.active);
}

export function markCoverage({ chart: { coverage }, machine }: StepDesk): void {
  markActive([]);
  markWays((ids) => shareOf(ids, coverage, machine.speaks));
}

/** Elsewhere than in this session. */
export function markElsewhere(active: readonly string[]): void {
  markActive(active);
  markWays(() => undefined);
  putFirst(active[0]);
}

function markActive(active: readonly string[]): void {
  for (const one of byId("panel").querySelectorAll<SVGElement>("[data-state]")) {
    one.classList.toggle("active", active.includes(one.dataset["state"] ?? ""));
  }
}

type Mark = CoverageShare | "taken";
const marks: readonly Mark[] = ["taken", "missing", "untold"];

function markWays(markOf: (ids: readonly string[]) => Mark | undefined): void {
  for (const one of byId("panel").querySelectorAll<SVGElement>("[data-transitions]")) {
    const mark = markOf(one.dataset["transitions"]?.split("|").filter(Boolean) ?? []);
    for (const each of marks) one.classList.toggle(each, each === mark);
  }
}

/** Where there is room for one figure at a time. */
function putFirst(figure: string | undefined): void {
  for (const frame of byId("panel").querySelectorAll<HTMLElement>("[data-figure]")) {
    frame.classList.toggle("here", frame.dataset["figure"] === figure);
  }
}

/** Scrolls the panel and the figure, never the page, until where one stands can be seen. */
function reveal(active: readonly string[]): void {
  putFirst(active[0]);
  const panel = byId("panel");
  const frame = panel.querySelector<HTMLElement>(".here");
  const state = frame?.querySelector(`[data-state="${CSS.escape(active.at(-1) ?? "")}"]`);
  if (!frame || !state) return;
  if (!isSeen(frame, panel))
    panel.scrollTop += frame.getBoundingClientRect().top - panel.getBoundingClientRect().top - 8;
  if (!isSeen(state, panel)) panel.scrollTop += middleOf(state).y - middleOf(panel).y;
  frame.scrollLeft += middleOf(state).x - middleOf(frame).x;
}

function isSeen(one: Element, panel: Element): boolean {
  const [box, seen] = [one.getBoundingClientRect(), panel.getBoundingClientRect()];
  return box.top >= seen.top && box.bottom <= seen.bottom;
}

function middleOf(one: Element): { x: number; y: number } {
  const { left, top, width, height } = one.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
