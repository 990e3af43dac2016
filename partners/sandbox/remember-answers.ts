/** Same key, same answer: an answer once given is given again, as a lender's service would. */

/** Enough for any sitting; the oldest go first. */
const CAPACITY = 10_000;

export type RememberAnswer = <Answer>(key: string, answer: () => Promise<Answer>) => Promise<Answer>;

/** Keys are kept in this process only: everything the sandbox answers is reckoned from the call itself anyway. */
export function rememberAnswers(): RememberAnswer {
  const given = new Map<string, Promise<unknown>>();
  return <Answer>(key: string, answer: () => Promise<Answer>): Promise<Answer> => {
    const earlier = given.get(key) as Promise<Answer> | undefined;
    if (earlier) return earlier;
    const now = answer();
    given.set(key, now);
    now.catch(() => given.delete(key));
    for (const oldest of given.keys()) {
      if (given.size <= CAPACITY) break;
      given.delete(oldest);
    }
    return now;
  };
}
