/** One message of a chat after the other, in the order in which they come; other chats do not wait for them. */

/** One being handled and those behind it: more than a person can type ahead. */
const longestQueue = 21;

interface Queue {
  last: Promise<unknown>;
  length: number;
}

export class ChatQueues {
  readonly #queues = new Map<string, Queue>();

  /** What the work comes to once its turn has come; undefined, and nothing done, where too many wait already. */
  async inTurn<Result>(chatId: string, work: () => Promise<Result>): Promise<Result | undefined> {
    const queue = this.#queues.get(chatId) ?? { last: Promise.resolve(), length: 0 };
    if (queue.length >= longestQueue) return undefined;
    queue.length += 1;
    this.#queues.set(chatId, queue);
    const result = queue.last.then(work);
    // A failure is for whoever asked for it; the next one goes on.
    queue.last = result.catch(() => {});
    try {
      return await result;
    } finally {
      queue.length -= 1;
      if (queue.length === 0) this.#queues.delete(chatId);
    }
  }
}
