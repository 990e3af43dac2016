/** A call's parameters: JSON, or a form that brings files along, which "attach://" names. */
import type { SentFile } from "./parameters.ts";

export async function readBody(request: Request): Promise<object> {
  const [, boundary] = /^multipart\/form-data; ?boundary=(.+)$/.exec(contentTypeOf(request)) ?? [];
  if (boundary === undefined) return await request.json();
  const parts = partsOf(Buffer.from(await request.arrayBuffer()), boundary);
  const files = new Map(parts.flatMap(({ name, file }) => (file ? [[name, file] as const] : [])));
  const fields = parts
    .filter(({ file }) => !file)
    .map(({ name, content }) => [name, readValue(content, files)]);
  return Object.fromEntries(fields);
}

const contentTypeOf = ({ headers }: Request): string => headers.get("content-type") ?? "";

/** Objects and lists come as JSON, an attached file by its part's name, all else as it is. */
function readValue(content: Buffer, files: ReadonlyMap<string, SentFile>): unknown {
  const value = content.toString("utf8");
  const attached = /^attach:\/\/(.+)$/.exec(value)?.[1];
  if (attached !== undefined) return files.get(attached);
  return /^[[{]/.test(value) ? JSON.parse(value) : value;
}

interface FormPart {
  name: string;
  content: Buffer;
  file?: SentFile;
}

/** RFC 7578, as far as grammY goes; the platform's own reader wants a blank behind each semicolon. */
function partsOf(body: Buffer, boundary: string): FormPart[] {
  const pieces = body.toString("latin1").split(`--${boundary}`).slice(1, -1);
  return pieces.map((piece) => {
    const [head = "", ...rest] = piece.slice(2, -2).split("\r\n\r\n");
    const content = Buffer.from(rest.join("\r\n\r\n"), "latin1");
    const name = /;\s*name="([^"]*)"/.exec(head)?.[1] ?? "";
    const filename = /;\s*filename="?([^"\r\n;]*)"?/.exec(head)?.[1];
    if (filename === undefined) return { name, content };
    return { name, content, file: { name: filename, bytes: new Uint8Array(content) } };
  });
}
