/** A new chat makes this tab a new borrower; since the old chat cannot be opened again, it is asked first. */
import type { PageChat } from "../chat/chat.ts";
import { byId } from "../dom.ts";

export function startNewChatDialog(chat: PageChat): void {
  const dialog = byId("new-chat-dialog", HTMLDialogElement);
  byId("new-chat").addEventListener("click", () => {
    if (chat.begun) dialog.showModal();
  });
  dialog.addEventListener("close", () => {
    if (dialog.returnValue !== "new") return;
    chat.leave();
    location.reload();
  });
}
