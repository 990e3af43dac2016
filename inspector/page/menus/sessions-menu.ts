/** The sessions that this browser keeps, each with its address. */
import { byId, element } from "../../../bot/channels/web/page/dom.ts";
import { shanghaiTime } from "../../shanghai-time.ts";
import { addressOf } from "../address.ts";
import { theDesk } from "../desk.ts";
import { t } from "../texts.ts";
import { type KeptSession, listKept } from "./kept-sessions.ts";

export function openSessionsMenu(): void {
  const menu = byId("sessions-menu");
  menu.addEventListener("beforetoggle", () =>
    menu.replaceChildren(
      element("h2", {}, t("sessions")),
      element("ul", { class: "kept" }, ...listKept().map(rowOf)),
      element("p", { class: "hint" }, t("sessionsHint")),
    ),
  );
  menu.addEventListener("click", ({ target }) => {
    if (target instanceof HTMLAnchorElement) menu.hidePopover();
  });
}

function rowOf({ id, name, machine, current, changedAt, file }: KeptSession): HTMLElement {
  const here = theDesk().session.id === id;
  const link = element(
    "a",
    { href: addressOf({ session: id, step: current }), ...(here && { "aria-current": "true" }) },
    name,
  );
  const when = shanghaiTime(changedAt).slice(0, 16).replace("T", " ");
  const about = `${machine} · ${file.steps.length} ${t("stepsCount")} · ${when} (${t("zone")})`;
  return element("li", {}, link, element("small", {}, ` ${about}`));
}
