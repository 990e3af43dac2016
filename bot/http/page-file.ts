/** A file of a page, served from memory. */
import { createHash } from "node:crypto";
import type { Context } from "hono";

export interface PageFile {
  contentType: string;
  content: string;
  etag: string;
}

/** `type` without its charset, which is UTF-8. */
export function pageFile(type: string, content: string): PageFile {
  const etag = `"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`;
  return { contentType: `${type}; charset=utf-8`, content, etag };
}

export function serveFile(c: Context, { contentType, content, etag }: PageFile): Response {
  c.header("ETag", etag);
  c.header("Cache-Control", "no-cache");
  if (c.req.header("if-none-match") === etag) return c.body(null, 304);
  return c.body(content, 200, { "Content-Type": contentType });
}
