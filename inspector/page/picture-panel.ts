/** The pictures: the chart with where one stands, the sequence so far, coverage, checks, and live conversations. */
import { byId, element } from "../../bot/web/page/dom.ts";
import { tipOf } from "../chart/draw-figure.ts";
import type { FigureView } from "../server/protocol.ts";
import { loadChart, loadSequence } from "./api.ts";
import { checkLists } from "./checks-panel.ts";
import { coverageLists, isMissing } from "./coverage-panel.ts";
import { type Desk, onShow, open, theDesk, trying } from "./desk.ts";
import { liveActive, livePanel } from "./live-panel.ts";
import { svgImage } from "./svg-element.ts";
import { type TextKey, t } from "./texts.ts";

const tabs = ["chart", "sequence", "coverage", "checks", "live"] as const satisfies readonly TextKey[];
type Tab = (typeof tabs)[number];

let tab: Tab = "chart";
/** The figures on screen, and what they were made of: they are made anew only when that changes. */
let drawn: { of: unknown; figures: HTMLElement } | undefined;

export function openPicturePanel(): void {
  byId("tabs").addEventListener("keydown", (pressed) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[pressed.key];
    if (by === undefined) return;
    const next = tabs[(tabs.indexOf(tab) + by + tabs.length) % tabs.length];
    if (next) choose(next);
    byId("tabs").querySelector<HTMLElement>("[aria-selected=true]")?.focus();
  });
  onShow(showTabs);
  onShow((desk) => void trying(() => showPicture(desk)));
}

function choose(chosen: Tab): void {
  tab = chosen;
  showTabs();
  void trying(() => showPicture(theDesk()));
}

function showTabs(): void {
  const buttons = tabs.map((name) => {
    const selected = name === tab;
    const button = element(
      "button",
      {
        type: "button",
        role: "tab",
        id: `tab-${name}`,
        "aria-selected": selected ? "true" : "false",
        "aria-controls": "panel",
        tabindex: selected ? 0 : -1,
        "data-key": `tab ${name}`,
      },
      t(name),
    );
    button.addEventListener("click", () => choose(name));
    return button;
  });
  byId("tabs").replaceChildren(...buttons);
  byId("panel").setAttribute("aria-labelledby", `tab-${tab}`);
}

async function showPicture(desk: Desk): Promise<void> {
  const content: Record<Tab, () => Node[] | Promise<Node[]>> = {
    chart: () => [detailSwitch(desk), chartOf(desk)],
    sequence: () => sequence(desk),
    coverage: () => [...coverageLists(desk), chartOf(desk)],
    checks: () => checkLists(desk),
    live: () => [livePanel(() => choose("live")), chartOf(desk)],
  };
  const shown = tab;
  const nodes = await content[shown]();
  if (shown !== tab) return;
  const panel = byId("panel");
  const place = panel.dataset["shown"] === shown ? panel.scrollTop : 0;
  panel.dataset["shown"] = shown;
  panel.replaceChildren(...nodes);
  panel.scrollTop = place;
  if (shown === "chart" || shown === "coverage") mark(desk, shown === "coverage");
  if (shown === "live") markActive(liveActive());
}

function detailSwitch(desk: Desk): HTMLElement {
  const box = element("input", { type: "checkbox", id: "full", "data-key": "full" });
  box.checked = desk.detail === "full";
  box.addEventListener("change", () =>
    trying(async () => {
      const detail = box.checked ? "full" : "names";
      open({ ...theDesk(), detail, chart: await loadChart(theDesk().machine.id, detail) });
    }),
  );
  return element("label", { class: "check", for: "full" }, box, t("full"));
}

function chartOf({ chart }: Desk): HTMLElement {
  if (drawn?.of !== chart) {
    drawn = { of: chart, figures: element("div", { class: "figures" }, ...chart.figures.map(figureElement)) };
  }
  return drawn.figures;
}

function figureElement({ id, title, width, height, drawing }: FigureView, index: number): HTMLElement {
  const image = svgImage({ width, height, label: title }, tipOf(`tip-${index}`), drawing);
  return element(
    "div",
    { class: "figure-frame", "data-figure": id, tabindex: 0, role: "group", "aria-label": title },
    image,
  );
}

/** Where one stands, and the transitions of this step; or what no test has taken. */
function mark({ chart, session: { current } }: Desk, coverage: boolean): void {
  const taken = new Set(current.traces.flatMap(({ transitions }) => transitions));
  markActive(coverage ? [] : current.active);
  for (const one of byId("panel").querySelectorAll<SVGElement>("[data-transitions]")) {
    const ids = one.dataset["transitions"]?.split("|").filter(Boolean) ?? [];
    one.classList.toggle("taken", !coverage && ids.some((id) => taken.has(id)));
    one.classList.toggle("missing", coverage && isMissing(ids, chart.coverage));
  }
  if (!coverage) reveal(current.active);
}

function markActive(active: readonly string[]): readonly string[] {
  for (const one of byId("panel").querySelectorAll<SVGElement>("[data-state]")) {
    one.classList.toggle("active", active.includes(one.dataset["state"] ?? ""));
  }
  return active;
}

/** Scrolls the panel and the figure, never the page, until where one stands can be seen. */
function reveal(active: readonly string[]): void {
  const panel = byId("panel");
  for (const frame of panel.querySelectorAll<HTMLElement>("[data-figure]")) {
    frame.classList.toggle("here", frame.dataset["figure"] === active[0]);
  }
  const frame = panel.querySelector<HTMLElement>(".here");
  if (!frame) return;
  const [seen, there] = [panel.getBoundingClientRect(), frame.getBoundingClientRect()];
  if (there.top < seen.top || there.bottom > seen.bottom) panel.scrollBy({ top: there.top - seen.top - 8 });
  const state = frame.querySelector(`[data-state="${CSS.escape(active.at(-1) ?? "")}"]`);
  if (!state) return;
  const box = state.getBoundingClientRect();
  frame.scrollLeft += box.left + box.width / 2 - (there.left + there.width / 2);
}

async function sequence({ session }: Desk): Promise<Node[]> {
  const { width, height, svg } = await loadSequence(session.id, session.current.id);
  const image = element("img", { src: imageUrl(svg), width, height, alt: sequenceWords(session) });
  return [element("div", { class: "figure-frame" }, image)];
}

let lastUrl = "";

/** The one before is given back. */
function imageUrl(svg: string): string {
  URL.revokeObjectURL(lastUrl);
  lastUrl = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  return lastUrl;
}

const sequenceWords = ({ steps }: Desk["session"]): string =>
  steps.map(({ actor, words, path }) => `${actor}: ${words} → ${path}`).join("; ");
