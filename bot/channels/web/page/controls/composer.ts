/** Where the borrower writes: grows with its text, sends on Enter, never cuts what is too long. */
import { longestText } from "../../limits.ts";
import { keep, recall } from "../chat/tab.ts";
import { byId } from "../dom.ts";
import type { PageTexts } from "../texts.ts";

export function startComposer(texts: () => PageTexts, send: (text: string) => void): { focus(): void } {
  const form = byId("composer", HTMLFormElement);
  const draft = byId("draft", HTMLTextAreaElement);
  const button = byId("send", HTMLButtonElement);
  const note = byId("draft-note");
  const isTouch = matchMedia("(pointer: coarse)").matches;

  function changed(): void {
    keep("draft", draft.value);
    const { length } = draft.value.trim();
    const tooLong = length > longestText;
    note.textContent = tooLong ? texts().tooLong(length, longestText) : "";
    draft.setAttribute("aria-invalid", String(tooLong));
    button.disabled = length === 0 || tooLong;
    draft.style.height = "auto";
    draft.style.height = `${draft.scrollHeight}px`;
  }

  function submit(): void {
    if (button.disabled) return;
    send(draft.value.trim());
    draft.value = "";
    changed();
    draft.focus();
  }

  draft.addEventListener("input", changed);
  draft.addEventListener("keydown", (event) => {
    // While an input method is composing, Enter chooses a candidate.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    submit();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  draft.value = recall("draft") ?? "";
  changed();
  return {
    focus() {
      // On a phone the keyboard would cover the page.
      if (!isTouch) draft.focus();
    },
  };
}
