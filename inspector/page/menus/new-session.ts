/** Asks what a session is to begin with. */
import { byId, element } from "../../../bot/channels/web/page/dom.ts";
import { theDesk, trying } from "../desk.ts";
import { payloadForm } from "../panels/event-form.ts";
import { t } from "../texts.ts";

export function openNewSession(begin: (start: unknown) => Promise<void>): void {
  byId("new").addEventListener("click", () => {
    const { fields, read, tell } = payloadForm(theDesk().machine.start, {}, "start");
    const dialog = element("dialog", { class: "dialog", "aria-label": t("newSession") });
    const wrong = element("p", { class: "trouble", role: "alert" });
    const form = element(
      "form",
      {},
      element("h2", {}, t("newSession")),
      ...fields,
      wrong,
      element("button", { type: "submit", class: "primary" }, t("begin")),
    );
    form.addEventListener("submit", async (submitted) => {
      submitted.preventDefault();
      const refused = await trying(() => begin(read()));
      if (!refused) return dialog.close();
      tell(refused.issues);
      wrong.textContent = refused.issues.length > 0 ? "" : refused.message;
    });
    dialog.append(form);
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  });
}
