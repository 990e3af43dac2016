/**
 * A tab's bearer token and its chat. The chat is the token's SHA-256: the server keeps no secret, and whoever
 * reads the database cannot open a chat.
 */
import { createHash } from "node:crypto";

/** 256 bits in base64url. */
const tokenForm = /^[A-Za-z0-9_-]{43}$/;

/** The chat that an Authorization header opens, or undefined when it carries no token of ours. */
export function chatIdOf(authorization: string | undefined): string | undefined {
  const [scheme, token = ""] = authorization?.split(" ") ?? [];
  if (scheme !== "Bearer" || !tokenForm.test(token)) return undefined;
  return createHash("sha256").update(token).digest("hex");
}
