/** What a tester can let happen: words, buttons, partners' answers, deadlines, the clock. */

import { byId, element } from "../../../bot/channels/web/page/dom.ts";
import type { Outbound } from "../../../bot/messages.ts";
import type { Offer } from "../../registry/inspected-machine.ts";
import { shanghaiTime } from "../../shanghai-time.ts";
import { seenOf } from "../../stepping/seen-of.ts";
import { onShow, type StepDesk, send } from "../desk.ts";
import { scrolling } from "../elements/scrolling.ts";
import { said, t } from "../texts.ts";

const dayMs = 86_400_000;

export function openActPanel(): void {
  byId("write").addEventListener("submit", (submitted) => {
    submitted.preventDefault();
    const words = byId("words", HTMLInputElement);
    const text = words.value;
    if (text.trim() === "") return;
    // They stay in their field until they are taken, and so does what is written meanwhile.
    void send({ kind: "text", text }).then((refused) => {
      if (!refused && words.value === text) words.value = "";
    });
  });
  byId("clock").addEventListener("submit", (submitted) => {
    submitted.preventDefault();
    void send({ kind: "clock", to: byId("instant", HTMLInputElement).value });
  });
  onShow(showNow);
  onShow(showScreen);
  onShow(showWaiting);
  onShow(showClock);
}

function showNow({ machine, session: { current } }: StepDesk): void {
  byId("now").replaceChildren(
    element("strong", {}, current.path),
    element("span", {}, ` · ${toMinute(current.at)}`),
  );
  byId("write").hidden = !machine.speaks;
}

const toMinute = (at: string): string => `${shanghaiTime(at).slice(0, 16).replace("T", " ")} (${t("zone")})`;

const offerButton = (offer: Offer, place: string): HTMLElement => {
  const label = place === "screen" ? offer.label : said(offer.label);
  const button = element("button", { type: "button", "data-key": `${place} ${offer.id}` }, label);
  button.addEventListener("click", () => void send(offer.cause));
  return button;
};

function showScreen({ session: { current } }: StepDesk): void {
  const { offers, onScreen, context } = current;
  const seen = seenOf(onScreen, context) as Outbound | undefined;
  const list = offers.buttons.map((offer) => offerButton(offer, "screen"));
  const box = element("div", { class: "quick", role: "group", "aria-label": t("onScreen") }, ...list);
  const words =
    seen && scrolling({ class: "seen", lang: seen.locale, "aria-label": t("onScreen") }, seen.text);
  byId("screen").replaceChildren(...(words ? [element("h3", {}, t("onScreen")), words, box] : []));
}

function showWaiting({ session: { current } }: StepDesk): void {
  const { answers, deadlines } = current.offers;
  const asked = answers.map(({ command, key, choices }) =>
    group(`${t("partner")}: ${command}`, ...choices.map((offer) => offerButton(offer, key))),
  );
  const set = deadlines.map(({ at, due, ...offer }) =>
    element(
      "li",
      {},
      offerButton(offer, "deadline"),
      element("span", {}, ` ${shanghaiTime(at)}${due ? ` · ${t("due")}` : ""}`),
    ),
  );
  const list = set.length > 0 ? [element("h3", {}, t("deadlines")), element("ul", {}, ...set)] : [];
  byId("waiting").replaceChildren(...asked, ...list);
}

const group = (name: string, ...children: Node[]): HTMLElement =>
  element(
    "section",
    { class: "asked" },
    element("h3", {}, name),
    element("div", { class: "quick" }, ...children),
  );

function showClock({ session: { current } }: StepDesk): void {
  byId("instant", HTMLInputElement).value = shanghaiTime(current.at);
  const [next] = current.offers.deadlines;
  const jumps: Offer[] = [
    {
      id: "day",
      label: t("nextDay"),
      cause: { kind: "clock", to: shanghaiTime(new Date(Date.parse(current.at) + dayMs).toISOString()) },
    },
    ...(next
      ? [
          {
            id: "next",
            label: t("nextDeadline"),
            cause: { kind: "clock" as const, to: shanghaiTime(laterOf(next.at, current.at)) },
          },
        ]
      : []),
  ];
  byId("jumps").replaceChildren(...jumps.map((offer) => offerButton(offer, "clock")));
}

const laterOf = (a: string, b: string): string => (Date.parse(a) > Date.parse(b) ? a : b);
