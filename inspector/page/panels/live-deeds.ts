/** What a tester may do in a sandbox conversation: write, press, move its clock, choose what partners answer. */

import { element } from "../../../bot/channels/web/page/dom.ts";
import type { Outbound } from "../../../bot/messages.ts";
import type { LiveView } from "../../server/protocol.ts";
import { seenOf } from "../../stepping/seen-of.ts";
import type { LiveDeed } from "../api.ts";
import { said, t } from "../texts.ts";

type Act = (deed: LiveDeed) => Promise<unknown>;

export function liveDeeds(view: LiveView, act: Act): HTMLElement {
  const instant = lineForm("live-clock", t("clock"), t("move"), (to) => act({ kind: "clock", to }));
  instant.querySelector("input")?.setAttribute("placeholder", "2026-03-10 10:00");
  return element(
    "div",
    {},
    element("div", { class: "quick" }, ...presses(view, act)),
    lineForm("live-words", t("write"), t("send"), (text) => act({ kind: "text", text })),
    instant,
    element("h3", {}, t("partnersAnswer")),
    element("div", { class: "answers" }, ...view.answers.map((one) => answerSelect(one, act))),
  );
}

function presses({ onScreen, context, shownSeq }: LiveView, act: Act): HTMLElement[] {
  const shown = seenOf(onScreen, context) as Outbound | undefined;
  return (shown?.buttons.flat() ?? []).map(({ label }, button) => {
    const made = element("button", { type: "button", "data-key": `live-press ${button}` }, label);
    made.addEventListener("click", () => void act({ kind: "press", shownSeq, button }));
    return made;
  });
}

function lineForm(id: string, name: string, send: string, act: (value: string) => unknown): HTMLFormElement {
  const input = element("input", { id, autocomplete: "off", "data-key": id });
  const form = element(
    "form",
    {},
    element("label", { for: id }, name),
    element("div", { class: "line" }, input, element("button", { type: "submit" }, send)),
  );
  form.addEventListener("submit", (submitted) => {
    submitted.preventDefault();
    void act(input.value);
  });
  return form;
}

const asPersona = "";

function answerSelect({ asked, choices, chosen }: LiveView["answers"][number], act: Act): HTMLElement {
  const select = element("select", { id: `answer-${asked}`, "data-key": `answer ${asked}` });
  select.append(
    element("option", { value: asPersona }, t("asPersona")),
    ...choices.map((choice) => element("option", { value: choice }, said(choice))),
  );
  select.value = chosen ?? asPersona;
  select.addEventListener("change", () => {
    const answer = select.value === asPersona ? null : select.value;
    void act({ kind: "answer", asked, answer });
  });
  return element("label", { for: select.id }, asked, select);
}
