/** Running conversations, masked: looked at, and in the sandbox acted in. */
import type { Outbound } from "../../bot/messages.ts";
import { element } from "../../bot/web/page/dom.ts";
import type { LiveConversation, LiveView } from "../server/protocol.ts";
import { actLive, listLive, lookLive } from "./api.ts";
import { trying } from "./desk.ts";
import { replyElement } from "./reply-element.ts";
import { t } from "./texts.ts";

/** Who looks; kept while the page is open. */
let operator = "";
let looking: LiveView | undefined;
let listed: LiveConversation[] = [];

/** Ids of the states in which the conversation looked at stands. */
export const liveActive = (): string[] => looking?.active ?? [];

/** `again` is called when there is something else to show. */
export function livePanel(again: () => void): HTMLElement {
  const name = element("input", { id: "operator", autocomplete: "off", "data-key": "operator" });
  name.value = operator;
  name.addEventListener("input", () => {
    operator = name.value.trim();
  });
  const list = button(t("refresh"), "live-list", async () => {
    listed = await listLive(operator);
    if (looking) looking = await lookLive(looking.id, operator);
    again();
  });
  return element(
    "div",
    { class: "live" },
    element("p", { class: "hint" }, t("liveHint")),
    element("div", { class: "line" }, element("label", { for: "operator" }, t("operator")), name, list),
    element("ul", { class: "conversations" }, ...listed.map((one) => rowOf(one, again))),
    ...(looking ? lookedAt(looking, again) : []),
  );
}

function rowOf({ id, channel, stage, seq, begunAt }: LiveConversation, again: () => void): HTMLElement {
  const label = `${channel} · ${stage} · #${seq} · ${begunAt.slice(0, 16).replace("T", " ")}`;
  const look = button(label, `live ${id}`, async () => {
    looking = await lookLive(id, operator);
    again();
  });
  return element("li", {}, look);
}

function lookedAt(view: LiveView, again: () => void): HTMLElement[] {
  const { path, channel, context, onScreen, sandbox } = view;
  const shown = onScreen ? ([onScreen["zh-CN"], onScreen.en] as Outbound[]) : [];
  return [
    element("p", { class: "now" }, element("strong", {}, path), ` · ${channel}`),
    element("div", { class: "both" }, ...shown.map(replyElement)),
    ...(sandbox ? [writing(view, again)] : []),
    element(
      "details",
      {},
      element("summary", {}, t("changes")),
      element("pre", {}, JSON.stringify(context, null, 1)),
    ),
  ];
}

function writing(view: LiveView, again: () => void): HTMLElement {
  const words = element("input", { id: "live-words", autocomplete: "off", "data-key": "live-words" });
  const act = async (did: Parameters<typeof actLive>[1]): Promise<void> => {
    looking = await actLive(view.id, did, operator);
    again();
  };
  const form = element(
    "form",
    { class: "line" },
    element("label", { for: "live-words" }, t("write")),
    words,
    element("button", { type: "submit" }, t("send")),
  );
  form.addEventListener("submit", (submitted) => {
    submitted.preventDefault();
    void trying(() => act({ kind: "text", text: words.value }));
  });
  const instant = element("input", { id: "live-clock", autocomplete: "off", "data-key": "live-clock" });
  instant.placeholder = "2026-03-10T10:00:00+08:00";
  const clock = element(
    "form",
    { class: "line" },
    element("label", { for: "live-clock" }, t("clock")),
    instant,
    element("button", { type: "submit" }, t("move")),
  );
  clock.addEventListener("submit", (submitted) => {
    submitted.preventDefault();
    void trying(() => act({ kind: "clock", to: instant.value }));
  });
  const { buttons } = (view.onScreen?.["zh-CN"] ?? { buttons: [] }) as Outbound;
  const presses = buttons
    .flat()
    .map(({ id, label }) => button(label, `live-press ${id}`, () => act({ kind: "button", buttonId: id })));
  return element("div", {}, element("div", { class: "quick" }, ...presses), form, clock);
}

function button(label: string, key: string, work: () => Promise<void>): HTMLElement {
  const made = element("button", { type: "button", "data-key": key }, label);
  made.addEventListener("click", () => void trying(work));
  return made;
}
