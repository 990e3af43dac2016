/** What the last step did: transitions, guards, effects, context, and the reply in both languages. */

import { byId, element } from "../../../bot/channels/web/page/dom.ts";
import type { Outbound } from "../../../bot/messages.ts";
import type { ChartTransition } from "../../chart/read-chart.ts";
import type { ChartView, StepView } from "../../server/protocol.ts";
import { toldInShanghai } from "../../shanghai-time.ts";
import type { Change } from "../../stepping/diff.ts";
import type { GuardAnswer } from "../../stepping/world.ts";
import { onShow, type StepDesk } from "../desk.ts";
import { replyElement } from "../elements/reply-element.ts";
import { scrolling } from "../elements/scrolling.ts";
import { t, toldText } from "../texts.ts";

export const openStepPanel = (): number => onShow(showStep);

function showStep({ machine, chart, session: { current } }: StepDesk): void {
  const { traces, effects, changes } = current;
  const byTransition = new Map(chart.transitions.map((one) => [one.id, one]));
  const taken = traces.flatMap(({ transitions }) => transitions);
  const within = `${machine.id}.`;
  byId("step").replaceChildren(
    element("p", { class: "told" }, toldText(current)),
    part(
      t("standsIn"),
      chart.states.filter(({ id }) => current.active.includes(id)).map((state) => [placeWords(state)]),
    ),
    part(
      t("transitions"),
      taken.map((id) => breakable(transitionWords(byTransition.get(id), id).replaceAll(within, ""))),
    ),
    part(
      t("guards"),
      traces.flatMap(({ guards }) => guards.map(guardWords)),
    ),
    part(t("effects"), effects.map(effectNodes)),
    replies(current),
    changeTable(changes),
  );
}

/** "reviewing: The quote is on screen … · actsNext: borrower". */
function placeWords({ name, description = "", tags, meta }: ChartView["states"][number]): Text {
  const facts = Object.entries(meta).map(([fact, value]) => `${fact}: ${String(value)}`);
  return document.createTextNode([`${name}: ${description}`, ...facts, ...tags].join(" · "));
}

function transitionWords(transition: ChartTransition | undefined, id: string): string {
  if (!transition) return id;
  const { from, event, guard, to, actions, description } = transition;
  const way = `${from} · ${event || "always"}${guard ? ` [${guard}]` : ""}${to ? ` → ${to}` : ""}`;
  const done = actions.length > 0 ? `${way} / ${actions.join(", ")}` : way;
  return description === undefined ? done : `${done}: ${description}`;
}

const guardWords = ({ guard, params, holds }: GuardAnswer): Node[] => [
  element("span", { class: holds ? "holds" : "fails" }, holds ? `✓ ${t("holds")}` : `✗ ${t("fails")}`),
  document.createTextNode(
    ` ${guard}${params === undefined ? "" : ` ${JSON.stringify(params, toldInShanghai)}`}`,
  ),
];

/** A line may end after a dot rather than within a word. */
const breakable = (text: string): Node[] =>
  text
    .split(/(?<=[.])(?=\w)/)
    .flatMap((piece, index) => [...(index > 0 ? [element("wbr")] : []), document.createTextNode(piece)]);

function part(name: string, items: readonly (readonly Node[])[]): HTMLElement {
  const list = items.length > 0 ? items : [[document.createTextNode(t("none"))]];
  return element(
    "section",
    { class: "part" },
    element("h3", {}, name),
    element("ul", { class: "ids" }, ...list.map((item) => element("li", {}, ...item))),
  );
}

const longest = 300;
const short = (value: unknown): string => {
  const text =
    typeof value === "string" ? String(toldInShanghai("", value)) : JSON.stringify(value, toldInShanghai);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
};

/** "consent.given · kind: privacy · subject: 2026-11"; what is no plain value can be opened. */
function effectNodes(effect: StepView["effects"][number]): Node[] {
  const [[kind, name] = [], ...fields] = Object.entries(effect);
  const plain = fields.filter(([, value]) => !isTree(value));
  const words = plain.map(([field, value]) => ` · ${field}: ${short(value)}`).join("");
  const trees = fields.filter(([, value]) => isTree(value));
  return [
    element("strong", {}, kind === "deadline" ? `deadline ${String(name)}` : String(name)),
    ...breakable(words),
    ...trees.map(([field, value]) => treeOf(field, value)),
  ];
}

const isTree = (value: unknown): boolean => typeof value === "object" && value !== null;

const treeOf = (name: string, value: unknown): HTMLElement =>
  element(
    "details",
    {},
    element("summary", {}, name),
    scrolling({ class: "tree", "aria-label": name }, JSON.stringify(value, toldInShanghai, 1)),
  );

function changeTable(changes: readonly Change[]): HTMLElement {
  const head = element(
    "tr",
    {},
    ...[t("changes"), t("before"), t("after")].map((name) => element("th", { scope: "col" }, name)),
  );
  const rows = changes.map((change) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, change.path),
      element("td", { class: "was" }, "before" in change ? short(change.before) : "–"),
      element("td", { class: "is" }, "after" in change ? short(change.after) : "–"),
    ),
  );
  const table = element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows));
  return element(
    "section",
    { class: "part wide" },
    element("h3", {}, t("changes")),
    rows.length > 0
      ? scrolling({ class: "scrolls", "aria-label": t("changes") }, table)
      : element("p", {}, t("none")),
  );
}

function replies({ reply }: StepView): HTMLElement {
  const box = element("section", { class: "part wide" }, element("h3", {}, t("reply")));
  if (!reply) {
    box.append(element("p", {}, t("none")));
    return box;
  }
  const shown = Object.values(reply) as Outbound[];
  box.append(element("div", { class: "both" }, ...shown.map(replyElement)));
  return box;
}
