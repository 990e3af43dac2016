/** A call's parameters: JSON, or a form that brings files along, which "attach://" names. */
import type { SentFile } from "./parameters.ts";

export async function readBody(request: Request): Promise<object> {
  if (!request.headers.get("content-type")?.startsWith("multipart/form-data")) return await request.json();
  const form = await request.formData();
  const body: Record<string, unknown> = {};
  for (const [name, value] of form) {
    if (typeof value !== "string") continue;
    const attached = /^attach:\/\/(.+)$/.exec(value)?.[1];
    body[name] = attached === undefined ? plain(value) : await fileOf(form.get(attached));
  }
  return body;
}

/** Objects and lists come as JSON, all else as it is. */
const plain = (value: string): unknown => (/^[[{]/.test(value) ? JSON.parse(value) : value);

async function fileOf(part: FormDataEntryValue | null): Promise<SentFile | undefined> {
  if (part === null || typeof part === "string") return undefined;
  return { name: part.name, bytes: new Uint8Array(await part.arrayBuffer()) };
}
