/** The menu beside the composer: what can be asked for at any time. */
import type { ChatCommandName } from "../../../../messages.ts";
import { byId, element } from "../dom.ts";
import type { PageTexts } from "../texts.ts";

const entries: ChatCommandName[] = ["borrow", "repay", "where", "back", "cancel", "mydata", "human", "help"];

export function startMenu(
  texts: () => PageTexts,
  choose: (name: ChatCommandName, label: string) => void,
): void {
  const menu = byId("menu");
  const isSandbox = document.documentElement.dataset["sandbox"] === "yes";
  const names: ChatCommandName[] = isSandbox ? [...entries, "persona"] : entries;
  menu.addEventListener("beforetoggle", () => {
    const buttons = names.map((name) => {
      const label = texts().commands[name];
      const button = element("button", { type: "button" }, label);
      button.addEventListener("click", () => {
        menu.hidePopover();
        choose(name, label);
      });
      return button;
    });
    menu.replaceChildren(...buttons);
  });
}
