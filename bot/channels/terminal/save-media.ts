import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { renderMedium } from "../../media/render-medium.ts";
import type { Outbound } from "../../messages.ts";

/** Writes what goes with a reply into a folder, over what has the same name. The files' paths, by their names. */
export async function saveMedia(
  { media = [], locale }: Outbound,
  folder: string,
): Promise<ReadonlyMap<string, string>> {
  const paths = new Map<string, string>();
  for (const medium of media) {
    const path = resolve(join(folder, medium.name));
    await writeFile(path, await renderMedium(medium, locale));
    paths.set(medium.name, path);
  }
  return paths;
}
