/** The pictures: the chart with where one stands, the sequence so far, coverage, checks, and live conversations. */
import { byId, element } from "../../../bot/channels/web/page/dom.ts";
import { tipOf } from "../../chart/draw-figure.ts";
import type { FigureView } from "../../server/protocol.ts";
import { loadChart, loadSequence, openSession, postCopy } from "../api.ts";
import { keepFocus, onShow, open, redraw, type StepDesk, theDesk, trying } from "../desk.ts";
import { markCoverage, markElsewhere, markStep } from "../elements/marks.ts";
import { svgImage } from "../elements/svg-element.ts";
import { type TextKey, t } from "../texts.ts";
import { checkLists } from "./checks-panel.ts";
import { coverageLists } from "./coverage-panel.ts";
import { liveActive, livePanel } from "./live-panel.ts";

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
  openDetailSwitch();
  byId("larger").addEventListener("click", () => {
    const large = byId("grid").classList.toggle("large");
    byId("larger").setAttribute("aria-pressed", String(large));
    redraw();
  });
  onShow(showTabs);
  onShow((desk) => void trying(() => showPicture(desk)));
}

/** A copy of a running conversation is a session of its own. */
async function copy(id: string, operator: string): Promise<void> {
  const session = await openSession("journey", await postCopy(id, operator));
  tab = "chart";
  open({ ...theDesk(), session });
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
  byId("full-box").hidden = !withChart.has(tab);
}

const withChart: ReadonlySet<Tab> = new Set(["chart", "coverage", "live"]);

function openDetailSwitch(): void {
  const box = byId("full", HTMLInputElement);
  box.addEventListener("change", () =>
    trying(async () => {
      const detail = box.checked ? "full" : "names";
      open({ ...theDesk(), detail, chart: await loadChart(theDesk().machine.id, detail) });
    }),
  );
}

async function showPicture(desk: StepDesk): Promise<void> {
  const content: Record<Tab, () => Node[] | Promise<Node[]>> = {
    chart: () => [chartOf(desk)],
    sequence: () => sequence(desk),
    coverage: () => [...coverageLists(desk), chartOf(desk)],
    checks: () => checkLists(desk),
    live: () => [
      livePanel({ again: () => choose("live"), copy }),
      ...(desk.machine.speaks ? [chartOf(desk)] : []),
    ],
  };
  const shown = tab;
  const nodes = await content[shown]();
  if (shown !== tab) return;
  const panel = byId("panel");
  const place = panel.dataset["shown"] === shown ? panel.scrollTop : 0;
  panel.dataset["shown"] = shown;
  keepFocus(() => panel.replaceChildren(...nodes));
  panel.scrollTop = place;
  if (shown === "chart") markStep(desk);
  if (shown === "coverage") markCoverage(desk);
  if (shown === "live") markElsewhere(liveActive());
  if (shown === "sequence") panel.scrollTop = panel.scrollHeight;
}

function chartOf({ chart }: StepDesk): HTMLElement {
  if (drawn?.of !== chart) {
    drawn = { of: chart, figures: element("div", { class: "figures" }, ...chart.figures.map(figureElement)) };
  }
  return drawn.figures;
}

/** Smaller than this share of its size a figure's words are hard to read: it is scrolled instead. */
const smallest = 0.8;

function figureElement({ id, title, width, height, drawing }: FigureView, index: number): HTMLElement {
  const image = svgImage({ width, height, label: title }, tipOf(`tip-${index}`), drawing);
  image.style.minWidth = `${smallest * width}px`;
  return element(
    "div",
    { class: "figure-frame", "data-figure": id, tabindex: 0, role: "group", "aria-label": title },
    image,
  );
}

async function sequence({ session }: StepDesk): Promise<Node[]> {
  const { width, height, svg } = await loadSequence(session.id, session.current.id);
  const image = element("img", { src: imageUrl(svg), width, height, alt: sequenceWords(session) });
  return [
    element("div", { class: "figure-frame", tabindex: 0, role: "group", "aria-label": t("sequence") }, image),
  ];
}

let lastUrl = "";

/** The one before is given back. */
function imageUrl(svg: string): string {
  URL.revokeObjectURL(lastUrl);
  lastUrl = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  return lastUrl;
}

const sequenceWords = ({ steps }: StepDesk["session"]): string =>
  steps.map(({ actor, words, path }) => `${actor}: ${words} → ${path}`).join("; ");
