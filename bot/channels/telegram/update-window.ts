/**
 * Which updates were handed out and which are finished. Telegram forgets everything below the `offset` it is
 * given, so the offset never passes an unfinished update; what comes again because of that is not new.
 */
export class UpdateWindow<U extends { update_id: number }> {
  readonly #unfinished = new Set<number>();
  /** Finished, but above an unfinished one: Telegram may still send them. */
  readonly #finished = new Set<number>();
  #waiting: (() => void)[] = [];
  #next = 0;

  /** The offset of the request about to be made: 0 until there was an update. */
  confirm(): number {
    const offset = Math.min(this.#next, ...this.#unfinished);
    for (const id of this.#finished) if (id < offset) this.#finished.delete(id);
    return offset;
  }

  /** The new ones among the updates received; from now on they are unfinished. */
  take(updates: U[]): U[] {
    const fresh = updates.filter(({ update_id: id }) => !this.#unfinished.has(id) && !this.#finished.has(id));
    for (const { update_id: id } of fresh) {
      this.#unfinished.add(id);
      this.#next = id + 1;
    }
    return fresh;
  }

  finish({ update_id: id }: U): void {
    this.#unfinished.delete(id);
    this.#finished.add(id);
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  /** Resolves when the next update is finished. */
  progress(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
