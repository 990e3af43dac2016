/** Quick replies: the buttons of the assistant's latest message. Once anything is said they are gone. */
import type { Button, Outbound } from "../../../../messages.ts";
import { element } from "../dom.ts";

/** A hand that was on its way to another button must not press the one that takes its place. */
const settleMs = 400;

export type Press = (button: Button, byKeyboard: boolean) => void;

export class QuickReplies {
  readonly #press: Press;
  #group: HTMLElement | undefined;

  constructor(press: Press) {
    this.#press = press;
  }

  /**
   * Returns the buttons, to be put under their message; undefined when it has none. Those that come `unasked` can
   * be pressed after a moment.
   */
  offer(
    { buttons, locale }: Outbound,
    { replies: label, tools }: { replies: string; tools: string },
    unasked: boolean,
  ): HTMLElement | undefined {
    this.withdraw();
    if (buttons.flat().length === 0) return undefined;
    const rows = this.#rows(buttons.map((row) => row.filter(({ tool }) => !tool)));
    const ofSandbox = this.#rows(buttons.map((row) => row.filter(({ tool }) => tool)));
    if (ofSandbox.length > 0)
      rows.push(element("details", { class: "tools" }, element("summary", {}, tools), ...ofSandbox));
    const attributes = { class: "replies", role: "group", tabindex: -1, "aria-label": label, lang: locale };
    this.#group = element("div", attributes, ...rows);
    if (unasked) letSettle(this.#group);
    return this.#group;
  }

  #rows(buttons: Button[][]): HTMLElement[] {
    return buttons
      .filter((row) => row.length > 0)
      .map((row) => element("div", { class: "row" }, ...row.map((each) => this.#button(each))));
  }

  withdraw(): void {
    this.#group?.remove();
    this.#group = undefined;
  }

  get offered(): boolean {
    return this.#group !== undefined;
  }

  /** Focuses the n-th button, from 1: it takes an Enter to press it. */
  focusButton(position: number): boolean {
    const button = this.#group?.querySelectorAll("button")[position - 1];
    button?.focus();
    return button !== undefined;
  }

  /** One Tab before the first button. */
  focusGroup(): void {
    this.#group?.focus({ preventScroll: true });
  }

  #button(button: Button): HTMLButtonElement {
    const look = button.weight ? `reply is-${button.weight}` : "reply";
    const made = element("button", { type: "button", class: look }, button.label);
    made.addEventListener("click", ({ detail }) => this.#press(button, detail === 0));
    return made;
  }
}

function letSettle(group: HTMLElement): void {
  const buttons = [...group.querySelectorAll("button")];
  for (const button of buttons) button.disabled = true;
  setTimeout(() => {
    for (const button of buttons) button.disabled = false;
  }, settleMs);
}
