/** Every answer of the API that is not what was asked for: a code for the page, a sentence for the person. */
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { defaultLocale, hintedLocale, type Locale } from "../../domain/language/languages.ts";
import { messagesIn } from "../locales/messages-in.ts";
import { unavailableIn } from "../views/unavailable.ts";

const statuses = {
  /** Not of the form the page sends: a fault of the client. */
  "bad-request": 400,
  /** No bearer token of ours: open a session. */
  "no-session": 401,
  /** Another web site sent it. */
  "foreign-page": 403,
  "not-found": 404,
  /** Send a shorter text. */
  "too-long": 413,
  /** Served under a name that was not configured. */
  "wrong-host": 421,
  /** Earlier messages of this chat are being handled, and enough wait: send the same message again. */
  "too-many": 429,
  /** A bug: the log has the rest. */
  fault: 500,
  /** Nothing was stored: send the same message again. */
  unavailable: 503,
  /** Nothing was stored, for the conversation is a newer release's: send the same message again. */
  updating: 503,
  /** Too many pictures wait to be drawn: ask again. */
  "drawing-busy": 503,
} as const satisfies Record<string, ContentfulStatusCode>;

export type RefusalCode = keyof typeof statuses;

export interface RefusalBody {
  code: RefusalCode;
  message: string;
}

const retryAfterSeconds = 3;

export function refuse(c: Context, code: RefusalCode): Response {
  if (statuses[code] === 503 || statuses[code] === 429) c.header("Retry-After", String(retryAfterSeconds));
  const body: RefusalBody = { code, message: sentence(code, localeOf(c)) };
  return c.json(body, statuses[code]);
}

function sentence(code: RefusalCode, locale: Locale): string {
  if (code === "unavailable") return unavailableIn(locale, "unreachable");
  if (code === "updating") return unavailableIn(locale, "newer-release");
  return messagesIn(locale).webErrors[code];
}

/** The page says which language it shows; a browser that asks directly, which it prefers. */
function localeOf(c: Context): Locale {
  const language = languageOf(c);
  return language === undefined ? defaultLocale : hintedLocale(language);
}

export function languageOf(c: Context): string | undefined {
  const [first = ""] = (c.req.header("accept-language") ?? "").split(/[,;]/);
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(first) ? first : undefined;
}
