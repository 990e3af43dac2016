/**
 * What is nobody's business, taken out of what a person typed before anything is made of it: identity and card
 * numbers, telephone numbers, one-time codes, passwords, addresses. Amounts, loan numbers and dates are left alone.
 */
import type { SecretKind } from "../../machines/message-kinds.ts";
import type { Inbound } from "../messages.ts";
import { findNumbers } from "./find-numbers.ts";
import { findWords } from "./find-words.ts";
import { foldText } from "./fold-text.ts";

export interface MaskedText {
  text: string;
  /** What was taken out, each kind once, in reading order. */
  secrets: SecretKind[];
}

/** Stands for what was there, whatever its length. */
export const secretMask = "••••";

/** No amount begins with a zero: six digits alone that do are a code. */
const loneCode = /^\W*(?<secret>0(?:[ -]?\d){5})\W*$/;

/** Pure; a masked text masked again stays as it is. */
export function maskSecrets(text: string): MaskedText {
  const { plain, spans } = foldText(text);
  const lone = loneCode.exec(plain);
  const found = [
    ...(lone ? [{ kind: "code" as const, start: plain.indexOf("0"), end: plain.trimEnd().length }] : []),
    ...findWords(plain),
    ...findNumbers(plain),
  ].toSorted((a, b) => a.start - b.start || b.end - a.end);
  let masked = "";
  let [at, done] = [0, 0];
  const secrets = new Set<SecretKind>();
  for (const { kind, start, end } of found) {
    if (end <= done) continue;
    const from = spans[Math.max(start, done)]?.[0] ?? 0;
    masked += start < done ? "" : `${text.slice(at, from)}${secretMask}`;
    if (start >= done) secrets.add(kind);
    at = spans[end - 1]?.[1] ?? text.length;
    done = end;
  }
  return { text: masked + text.slice(at), secrets: [...secrets] };
}

/** The one door: what a channel brought in, without what should not have been sent. */
export function withoutSecrets(inbound: Inbound): Inbound {
  if (inbound.kind === "text") {
    const { text, secrets } = maskSecrets(inbound.text);
    return secrets.length === 0 ? inbound : { ...inbound, text, secrets };
  }
  if (inbound.kind !== "command" || inbound.argument === undefined) return inbound;
  return { ...inbound, argument: maskSecrets(inbound.argument).text };
}
