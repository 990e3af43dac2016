/** Which chats were told that nothing can be stored just now: one sentence for each outage and chat. */
const mostChats = 10_000;

export class OutageNotices {
  readonly #told = new Set<string>();

  /** True for the first message of a chat that could not be stored. */
  begin(chatId: string): boolean {
    if (this.#told.has(chatId)) return false;
    const [oldest] = this.#told;
    if (oldest !== undefined && this.#told.size >= mostChats) this.#told.delete(oldest);
    this.#told.add(chatId);
    return true;
  }

  end(chatId: string): void {
    this.#told.delete(chatId);
  }
}
