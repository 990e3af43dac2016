import { byId } from "../dom.ts";

const shownForMs = 6_000;
let hide: ReturnType<typeof setTimeout> | undefined;

/** A sentence in passing: why a press was refused. */
export function showToast(sentence: string): void {
  const toast = byId("toast");
  toast.textContent = sentence;
  clearTimeout(hide);
  hide = setTimeout(() => toast.replaceChildren(), shownForMs);
}
