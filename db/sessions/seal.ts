/** The seal of a session: whoever may write to the session store can neither make one nor move one elsewhere. */
import { createHmac, timingSafeEqual } from "node:crypto";

export interface Seal {
  /** What may be stored under that name. */
  close(name: string, json: string): string;
  /** The JSON again; undefined when it was not sealed with this key, or under another name. */
  open(name: string, sealed: string): string | undefined;
}

/** HMAC-SHA-256 over the name that it is stored under and the content. `key`: a secret of 32 characters or more. */
export function sealWith(key: string): Seal {
  const codeOf = (name: string, json: string): string =>
    createHmac("sha256", key)
      .update(JSON.stringify([name, json]))
      .digest("base64url");
  return {
    close: (name, json) => `${codeOf(name, json)}.${json}`,
    open(name, sealed) {
      const [code = ""] = sealed.split(".", 1);
      const json = sealed.slice(code.length + 1);
      return sameText(code, codeOf(name, json)) ? json : undefined;
    },
  };
}

function sameText(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
