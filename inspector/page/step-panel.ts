/** What the last step did: transitions, guards, effects, context, and the reply in both languages. */
import type { Outbound } from "../../bot/messages.ts";
import { byId, element } from "../../bot/web/page/dom.ts";
import type { StepView } from "../server/protocol.ts";
import type { Change } from "../stepping/diff.ts";
import { type Desk, onShow } from "./desk.ts";
import { replyElement } from "./reply-element.ts";
import { t } from "./texts.ts";

export const openStepPanel = (): number => onShow(showStep);

function showStep({ chart, session: { current } }: Desk): void {
  const { traces, effects, changes } = current;
  const byTransition = new Map(chart.transitions.map((one) => [one.id, one]));
  const taken = traces.flatMap(({ transitions }) => transitions);
  byId("step").replaceChildren(
    element("p", { class: "told" }, `${current.actor}: ${current.words}`),
    part(
      t("transitions"),
      taken.map((id) => {
        const one = byTransition.get(id);
        if (!one) return id;
        const { from, event, guard, to, actions } = one;
        const way = `${from} ${event || "(always)"}${guard ? ` [${guard}]` : ""}${to ? ` → ${to}` : ""}`;
        return actions.length > 0 ? `${way} / ${actions.join(", ")}` : way;
      }),
    ),
    part(
      t("guards"),
      traces.flatMap(({ guards }) =>
        guards.map(({ guard, params, holds }) =>
          [
            guard,
            params === undefined ? "" : JSON.stringify(params),
            holds ? `✓ ${t("holds")}` : `✗ ${t("fails")}`,
          ].join(" "),
        ),
      ),
    ),
    part(t("effects"), effects.map(effectWords)),
    replies(current),
    changeTable(changes),
  );
}

function part(name: string, items: readonly string[]): HTMLElement {
  const list = items.length > 0 ? items : [t("none")];
  return element(
    "section",
    { class: "part" },
    element("h3", {}, name),
    element("ul", { class: "ids" }, ...list.map((item) => element("li", {}, item))),
  );
}

const longest = 300;
const short = (value: unknown): string => {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
};

/** "consent.given · kind: privacy · subject: 2026-11". */
function effectWords(effect: StepView["effects"][number]): string {
  const [[, name] = [], ...rest] = Object.entries(effect);
  return [String(name), ...rest.map(([field, value]) => `${field}: ${short(value)}`)].join(" · ");
}

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
  const box = { class: "scrolls", tabindex: 0, role: "group", "aria-label": t("changes") };
  return element(
    "section",
    { class: "part wide" },
    element("h3", {}, t("changes")),
    rows.length > 0 ? element("div", box, table) : element("p", {}, t("none")),
  );
}

function replies({ reply }: StepView): HTMLElement {
  const box = element("section", { class: "part wide" }, element("h3", {}, t("reply")));
  if (!reply) {
    box.append(element("p", {}, t("none")));
    return box;
  }
  const both = [reply["zh-CN"], reply.en] as Outbound[];
  box.append(element("div", { class: "both" }, ...both.map(replyElement)));
  return box;
}
