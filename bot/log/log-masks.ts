/** What of an error and of a line may be logged. */

/** Tokens of Telegram's bots, what follows Bearer and the like, passwords in addresses, secrets in queries. */
const credentials: readonly (readonly [RegExp, string])[] = [
  [/\d{6,}:[\w-]{30,}/g, "[token]"],
  [/\b(Bearer|Basic|Token)\s+[\w.~+/=-]{8,}/gi, "$1 [secret]"],
  [/(\w:\/\/[^\s:@/"\\]*):[^\s@/"\\]+@/g, "$1:[secret]@"],
  [/([?&#](?:\w+_)?(?:token|secret|password|key)=)[^\s&"\\]+/gi, "$1[secret]"],
];

/** The same text without what opens a door; JSON stays JSON. */
export const maskCredentials = (text: string): string =>
  credentials.reduce((masked, [pattern, instead]) => masked.replace(pattern, instead), text);

interface Fault {
  name: string;
  message: string;
  code?: string;
  /** Where it was thrown, a place a line. */
  stack: string;
  cause?: Fault;
}

const mostCauses = 3;

/**
 * An error as it may be logged: name, message, code and place, of what caused it too. None of its other fields, which may
 * be a whole request; of its message nothing that a person may have written.
 */
function faultOf(error: unknown, causes = mostCauses): Fault {
  if (!(error instanceof Error)) return { name: typeof error, message: "", stack: "" };
  const { name, message, stack = "", cause } = error;
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return {
    name,
    message: maskMessage(message),
    ...(code !== undefined && { code }),
    stack: placesIn(stack),
    ...(cause instanceof Error && causes > 0 && { cause: faultOf(cause, causes - 1) }),
  };
}

const placesIn = (stack: string): string =>
  stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .join("\n");

/** Our own messages and Postgres's are English, and quote the names of tables and constraints. */
const aName = /^["'][a-z0-9]+(?:_[a-z0-9]+)+["']$/;

/** The first line: Drizzle writes a statement's parameters below it. */
const maskMessage = (message: string): string =>
  (message.split("\n")[0] ?? "")
    .replace(/\bparams:.*$/, "")
    .replace(/"[^"]*"|'[^']*'|“[^”]*”/g, (quoted) => (aName.test(quoted) ? quoted : '"…"'))
    .replace(/[\p{Script=Han}\p{Extended_Pictographic}]+/gu, "…")
    .replace(/\S+@\S+/g, "…")
    .replace(/\d{5,}/g, "#");

/** Fields to log, with what may be logged of the errors among them. */
export const withoutErrors = (fields: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, value instanceof Error ? faultOf(value) : value]),
  );
