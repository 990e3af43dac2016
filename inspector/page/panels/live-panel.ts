/** Running conversations, masked: found, looked at, copied to be stepped, and in the sandbox acted in. */

import { element } from "../../../bot/channels/web/page/dom.ts";
import type { Outbound } from "../../../bot/messages.ts";
import type { LiveConversation, LiveView } from "../../server/protocol.ts";
import { shanghaiTime, toldInShanghai } from "../../shanghai-time.ts";
import { findLive, type LiveDeed, listLive, lookLive, postDeed } from "../api.ts";
import { trying } from "../desk.ts";
import { replyElement } from "../elements/reply-element.ts";
import { scrolling } from "../elements/scrolling.ts";
import { t } from "../texts.ts";
import { liveDeeds } from "./live-deeds.ts";

/** As the server wrote them into the page. */
const channels = document.documentElement.dataset["channels"]?.split(" ") ?? [];

/** Who looks, and for which chat; kept while the page is open. */
let operator = "";
let channel = channels[0] ?? "";
let chatId = "";
let looking: LiveView | undefined;
let listed: LiveConversation[] = [];

/** Ids of the states in which the conversation looked at stands. */
export const liveActive = (): string[] => looking?.active ?? [];

export interface LivePanelOptions {
  /** Called when there is something else to show. */
  again(): void;
  /** Steps a copy of the conversation of that id. */
  copy(id: string, operator: string): Promise<void>;
}

export function livePanel(options: LivePanelOptions): HTMLElement {
  return element(
    "div",
    { class: "live" },
    element("p", { class: "hint" }, t("liveHint")),
    searchForm(options),
    element("ul", { class: "conversations" }, ...listed.map((one) => rowOf(one, options))),
    ...(looking ? lookedAt(looking, options) : []),
  );
}

const looked =
  (look: () => Promise<LiveView>, { again }: LivePanelOptions): (() => Promise<void>) =>
  async () => {
    looking = await look();
    again();
  };

function searchForm(options: LivePanelOptions): HTMLElement {
  const who = kept("operator", operator, (value) => {
    operator = value;
  });
  const chat = kept("live-chat", chatId, (value) => {
    chatId = value;
  });
  const where = element("select", { id: "live-channel", "data-key": "live-channel" });
  where.append(...channels.map((one) => element("option", {}, one)));
  where.value = channel;
  where.addEventListener("change", () => {
    channel = where.value;
  });
  const form = element(
    "form",
    { class: "search" },
    labelled(t("operator"), who),
    labelled(t("channel"), where),
    labelled(t("chat"), chat),
    element("button", { type: "submit", "data-key": "live-find" }, t("find")),
    button(t("list"), "live-list", async () => {
      listed = await listLive(operator);
      options.again();
    }),
  );
  form.addEventListener("submit", (submitted) => {
    submitted.preventDefault();
    void trying(looked(() => findLive({ channel, chatId }, operator), options));
  });
  return form;
}

function rowOf({ id, channel: on, stage, seq, begunAt }: LiveConversation, options: LivePanelOptions) {
  const label = `${on} · ${stage} · #${seq} · ${shanghaiTime(begunAt)}`;
  return element(
    "li",
    {},
    button(
      label,
      `live ${id}`,
      looked(() => lookLive(id, operator), options),
    ),
  );
}

function lookedAt(view: LiveView, options: LivePanelOptions): HTMLElement[] {
  const { id, path, context, onScreen, sandbox } = view;
  const shown = Object.values(onScreen ?? {}) as Outbound[];
  const act = (deed: LiveDeed): Promise<unknown> =>
    trying(looked(() => postDeed(id, deed, operator), options));
  return [
    element("p", { class: "now" }, element("strong", {}, path), ` · ${view.channel} · #${view.seq}`),
    element(
      "div",
      { class: "quick" },
      button(
        t("refresh"),
        "live-again",
        looked(() => lookLive(id, operator), options),
      ),
      button(t("copy"), "live-copy", () => options.copy(id, operator)),
    ),
    element("div", { class: "both" }, ...shown.map(replyElement)),
    sandbox ? liveDeeds(view, act) : element("p", { class: "hint" }, t("readOnly")),
    element(
      "details",
      {},
      element("summary", {}, t("changes")),
      scrolling({ class: "tree", "aria-label": t("changes") }, JSON.stringify(context, toldInShanghai, 1)),
    ),
  ];
}

function kept(id: string, value: string, keep: (value: string) => void): HTMLInputElement {
  const input = element("input", { id, autocomplete: "off", spellcheck: "false", "data-key": id });
  input.value = value;
  input.addEventListener("input", () => keep(input.value.trim()));
  return input;
}

const labelled = (name: string, control: HTMLElement): HTMLElement =>
  element("label", { for: control.id }, name, control);

function button(label: string, key: string, work: () => Promise<void>): HTMLElement {
  const made = element("button", { type: "button", "data-key": key }, label);
  made.addEventListener("click", () => void trying(work));
  return made;
}
