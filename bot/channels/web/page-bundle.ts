/** The page's files, bundled in memory when the server starts: no build step, nothing fetched from elsewhere. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { type PageFile, pageFile } from "../../http/page-file.ts";

const folder = fileURLToPath(new URL("./page/", import.meta.url));

/** Keyed by path: the page itself, its script, its style sheet and its icon. */
export async function bundlePage(options: { sandbox: boolean }): Promise<ReadonlyMap<string, PageFile>> {
  const [html, icon, bundle] = await Promise.all([
    readFile(`${folder}index.html`, "utf8"),
    readFile(`${folder}icon.svg`, "utf8"),
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
      pageFile("text/html", html.replace('data-sandbox="no"', options.sandbox ? 'data-sandbox="yes"' : "")),
    ],
    ["/page.js", pageFile("text/javascript", built(".js"))],
    ["/page.css", pageFile("text/css", built(".css"))],
    ["/icon.svg", pageFile("image/svg+xml", icon)],
  ]);
}
