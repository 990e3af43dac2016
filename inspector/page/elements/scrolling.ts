import { element } from "../../../bot/channels/web/page/dom.ts";

/** A box that scrolls what does not fit, by keyboard too. */
export const scrolling = (
  attributes: { class: string; "aria-label": string; lang?: string },
  ...children: (Node | string)[]
): HTMLElement => element("div", { ...attributes, tabindex: 0, role: "group" }, ...children);
