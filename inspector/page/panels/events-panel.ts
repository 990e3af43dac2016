/** Every event that the machine hears where it stands, innermost first, each with a form for its payload. */
import { byId, element } from "../../../bot/channels/web/page/dom.ts";
import type { FieldSchema, PossibleEvent } from "../../server/protocol.ts";
import { onShow, type StepDesk, send } from "../desk.ts";
import { t } from "../texts.ts";
import { payloadForm } from "./event-form.ts";

export const openEventsPanel = (): number => onShow(showEvents);

function showEvents({ machine, session: { current } }: StepDesk): void {
  const places = [...new Set(current.events.map(({ heardBy }) => heardBy))].sort(
    (a, b) => b.split(".").length - a.split(".").length,
  );
  const groups = places.map((place) => {
    const heard = current.events.filter(({ heardBy }) => heardBy === place);
    const forms = heard.map((event) =>
      eventForm(event, machine.events.find(({ type }) => type === event.type)?.schema ?? {}),
    );
    return element("section", {}, element("h3", {}, place), ...forms);
  });
  byId("events").replaceChildren(...groups);
  if (!machine.speaks) byId("events-box", HTMLDetailsElement).open = true;
}

function eventForm({ type, possible, suggestion, origin }: PossibleEvent, schema: FieldSchema): HTMLElement {
  const { fields, read, tell } = payloadForm(schema, suggestion, `event-${type}`);
  const button = element("button", { type: "submit", "data-key": `event ${type}` }, type);
  const note = possible === false ? element("em", {}, ` ${t("impossible")}`) : "";
  const head = element("div", { class: "line" }, button, element("small", {}, origin), note);
  const form = element("form", { class: `event${possible === false ? " impossible" : ""}` }, head, ...fields);
  form.addEventListener("submit", (submitted) => {
    submitted.preventDefault();
    void send({ kind: "event", event: { ...read(), type } }).then((refused) => tell(refused?.issues ?? []));
  });
  return form;
}
