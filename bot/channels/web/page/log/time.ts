/** When a group of messages was said. */
const pauseBetweenGroupsMs = 5 * 60_000;

/** Whether so much time lies between two messages that the second begins a new group. */
export function beginsGroup(at: string, previous: string | undefined): boolean {
  if (previous === undefined) return true;
  const [now, before] = [new Date(at), new Date(previous)];
  return (
    now.getTime() - before.getTime() > pauseBetweenGroupsMs || now.toDateString() !== before.toDateString()
  );
}

/** "11月23日 周一 22:49"; with the year when it is another than the previous message's. */
export function groupTime(at: string, previous: string | undefined, language: string): string {
  const sameYear = previous === undefined || new Date(previous).getFullYear() === new Date(at).getFullYear();
  return new Intl.DateTimeFormat(language, {
    ...(sameYear ? {} : { year: "numeric" }),
    month: "long",
    day: "numeric",
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(new Date(at));
}
