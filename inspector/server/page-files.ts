/** The inspector's page, bundled in memory when it is first needed. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { type PageFile, pageFile } from "../../bot/http/page-file.ts";

const folder = fileURLToPath(new URL("../page/", import.meta.url));

const messengerIcon = fileURLToPath(new URL("../../bot/channels/web/page/icon.svg", import.meta.url));

export const pagePaths = ["/", "/icon.svg", "/page.js", "/page.css"] as const;

export interface InspectorPageOptions {
  /** The address of Stately's inspector, where wanted. */
  stately?: string | undefined;
  /** The channels among whose chats one is looked for. */
  channels: readonly string[];
}

/** Keyed by path, below where the inspector is mounted. */
export async function inspectorPage({
  stately = "",
  channels,
}: InspectorPageOptions): Promise<ReadonlyMap<string, PageFile>> {
  const [html, icon, bundle] = await Promise.all([
    readFile(`${folder}index.html`, "utf8"),
    readFile(messengerIcon, "utf8"),
    build({
      entryPoints: [`${folder}page.ts`, `${folder}look/page.css`],
      bundle: true,
      minify: true,
      write: false,
      outdir: folder,
      format: "esm",
      target: ["chrome115", "firefox125", "safari17"],
      charset: "utf8",
      legalComments: "none",
      logLevel: "silent",
    }),
  ]);
  const built = (ending: string) => bundle.outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? "";
  return new Map([
    [
      "/",
      pageFile(
        "text/html",
        html
          .replace('data-stately=""', `data-stately="${encodeURI(stately)}"`)
          .replace('data-channels=""', `data-channels="${channels.join(" ")}"`),
      ),
    ],
    ["/icon.svg", pageFile("image/svg+xml", icon)],
    ["/page.js", pageFile("text/javascript", built(".js"))],
    ["/page.css", pageFile("text/css", built(".css"))],
  ]);
}
