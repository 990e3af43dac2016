/**
 * The Bot API's HTML: few tags, four named entities, everything closed. A bare "<", ">" or "&" is refused, as
 * its documentation asks, where Telegram itself would let some of them pass.
 */
import type { MessageEntity } from "@grammyjs/types";
import { badRequest } from "./failures.ts";

export interface FormattedText {
  text: string;
  entities: MessageEntity[];
}

const tags = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "underline",
  ins: "underline",
  s: "strikethrough",
  strike: "strikethrough",
  del: "strikethrough",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
} as const;

type Tag = keyof typeof tags;

const named: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"' };

const token =
  /<(?<close>\/?)(?<tag>[\w-]+)>|&(?:(?<name>[a-z]+)|#(?<decimal>\d+)|#x(?<hex>[\da-f]+));|(?<bare>[<>&])|[^<>&]+/gi;

interface OpenTag {
  tag: Tag;
  offset: number;
}

export function parseHtml(html: string): FormattedText {
  const parsed: FormattedText = { text: "", entities: [] };
  const open: OpenTag[] = [];
  for (const match of html.matchAll(token)) {
    const groups = match.groups ?? {};
    const at = `at byte offset ${Buffer.byteLength(html.slice(0, match.index))}`;
    if (groups["bare"]) throw cannotParse(`unescaped "${groups["bare"]}" ${at}`);
    if (groups["tag"]) readTag({ parsed, open, tag: groups["tag"], closes: groups["close"] === "/", at });
    else parsed.text += match[0].startsWith("&") ? decode(groups, at) : match[0];
  }
  const unclosed = open.at(-1);
  if (unclosed) throw cannotParse(`Can't find end tag corresponding to start tag "${unclosed.tag}"`);
  return trim(parsed);
}

interface ReadTag {
  parsed: FormattedText;
  open: OpenTag[];
  tag: string;
  closes: boolean;
  at: string;
}

function readTag({ parsed, open, tag, closes, at }: ReadTag): void {
  if (!isTag(tag)) throw cannotParse(`Unsupported ${closes ? "end" : "start"} tag "${tag}" ${at}`);
  if (!closes) {
    open.push({ tag, offset: parsed.text.length });
    return;
  }
  const started = open.pop();
  if (!started) throw cannotParse(`Unexpected end tag ${at}`);
  if (started.tag !== tag) {
    throw cannotParse(`Unmatched end tag ${at}, expected "</${started.tag}>", found "</${tag}>"`);
  }
  const length = parsed.text.length - started.offset;
  if (length > 0) parsed.entities.push({ type: tags[tag], offset: started.offset, length });
}

const isTag = (tag: string): tag is Tag => Object.hasOwn(tags, tag);

function decode(groups: Record<string, string | undefined>, at: string): string {
  const { name, decimal, hex } = groups;
  if (decimal) return String.fromCodePoint(Number(decimal));
  if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
  const character = named[name ?? ""];
  if (character === undefined) throw cannotParse(`unknown entity "&${name};" ${at}`);
  return character;
}

/** Space around the message is dropped, except at the beginning of formatted text. */
function trim({ text, entities }: FormattedText): FormattedText {
  const first = Math.min(text.length, ...entities.map(({ offset }) => offset));
  const dropped = Math.min(first, text.length - text.trimStart().length);
  const kept = text.slice(dropped).trimEnd();
  return {
    text: kept,
    entities: entities.map((entity) => ({
      ...entity,
      offset: entity.offset - dropped,
      length: Math.min(entity.length, kept.length - (entity.offset - dropped)),
    })),
  };
}

const cannotParse = (what: string) => badRequest(`can't parse entities: ${what}`);
