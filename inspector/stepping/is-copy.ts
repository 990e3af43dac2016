/** Whether a session begins with a conversation that stood elsewhere already. */
export const isCopy = (start: unknown): boolean =>
  typeof start === "object" && start !== null && "copy" in start;
