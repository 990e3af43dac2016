/** The flags of `npm run chat`. */
import { parseArgs } from "node:util";
import {
  isLocale,
  type Locale,
  locales,
  primarySubtag,
  spokenLocale,
} from "../../../domain/language/languages.ts";

export interface ChatOptions {
  json: boolean;
  /** The instant at which the conversation's clock is set, ISO 8601. */
  now?: string;
  /** The borrower's name: the same name goes on with the same conversation. */
  as?: string;
  persona?: string;
  lang?: Locale;
  /** The folder into which pictures and files are written. */
  media?: string;
}

/** A flag that cannot be used, in one sentence. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

const tags = locales.map(primarySubtag);

export const usage = `npm run chat -- [--as NAME] [--now ISO-TIME] [--persona NAME] [--lang ${tags.join("|")}] [--media FOLDER] [--json]
  --as       goes on with the conversation of that name; without it each chat is a new borrower
  --now      sets this conversation's clock, for instance 2026-02-10T10:00:00+08:00 (sandbox only);
             what that brings, such as a reminder, is printed first
  --persona  who the sandbox takes you for
  --lang     ${tags.join(" or ")}; otherwise your words tell
  --media    writes pictures and files of replies into that folder
  --json     one JSON object a line for each reply
Lines are messages. A line equal to a button's label presses it, #2 presses the second button.`;

const flags = {
  json: { type: "boolean", default: false },
  now: { type: "string" },
  as: { type: "string" },
  persona: { type: "string" },
  lang: { type: "string" },
  media: { type: "string" },
  help: { type: "boolean", default: false },
} as const;

/** Undefined when help was asked for. Throws UsageError. */
export function readChatOptions(args: readonly string[]): ChatOptions | undefined {
  const { json, now, as, persona, lang, media, help } = parse(args);
  if (help) return undefined;
  return {
    json,
    ...(now !== undefined && { now: instantOf(now) }),
    ...(as !== undefined && { as: nameOf(as) }),
    ...(persona !== undefined && { persona }),
    ...(lang !== undefined && { lang: localeOf(lang) }),
    ...(media !== undefined && { media: folderOf(media) }),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : "cannot read the flags");
  }
}

/** With its offset: "10:00" alone would mean another moment on another machine. */
function instantOf(text: string): string {
  if (
    !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text) ||
    Number.isNaN(Date.parse(text))
  ) {
    throw new UsageError("--now takes an instant with its offset, for instance 2026-02-10T10:00:00+08:00.");
  }
  return new Date(text).toISOString();
}

function nameOf(text: string): string {
  if (text.length === 0 || text.length > 64) throw new UsageError("--as takes a name of 1 to 64 characters.");
  return text;
}

function folderOf(text: string): string {
  if (text.trim() === "") throw new UsageError("--media takes a folder.");
  return text;
}

function localeOf(text: string): Locale {
  const locale = isLocale(text) || tags.includes(text) ? spokenLocale(text) : undefined;
  if (locale === undefined) throw new UsageError(`--lang takes ${tags.join(" or ")}.`);
  return locale;
}
