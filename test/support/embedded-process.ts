import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join, relative, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export interface EmbeddedProcess {
  url: string;
  shared: boolean;
  dataDir: string;
  log: string[];
  stop(): Promise<void>;
  /** Ends without stopping the server. */
  crash(): Promise<void>;
  /** kill -9 */
  kill(): Promise<void>;
}

export interface EmbeddedProcessOptions {
  dataDir?: string;
  /** Another checkout than this one. */
  project?: string;
  /** Run as this user, by id. */
  user?: number;
}

/** Starts test/support/embedded-child.ts and waits until its server answers. */
export async function embeddedProcess(options: EmbeddedProcessOptions): Promise<EmbeddedProcess> {
  const ours = fileURLToPath(new URL("./embedded-child.ts", import.meta.url));
  const project = options.project ?? resolve(".");
  const script = join(project, relative(resolve("."), ours));
  const args = ["--import", "tsx", script, ...(options.dataDir === undefined ? [] : [options.dataDir])];
  const child = spawn(process.execPath, args, {
    ...(options.user !== undefined && { uid: options.user, gid: options.user }),
    stdio: ["pipe", "pipe", "pipe"],
    cwd: project,
  });
  const told = await firstLine(child);
  const end = (how: () => void) => async () => {
    const ended = once(child, "exit");
    how();
    await ended;
  };
  return {
    ...(JSON.parse(told) as Pick<EmbeddedProcess, "url" | "shared" | "dataDir" | "log">),
    stop: end(() => child.stdin.write("stop\n")),
    crash: end(() => child.stdin.write("crash\n")),
    kill: end(() => child.kill("SIGKILL")),
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  let complaint = "";
  child.stderr?.on("data", (chunk) => {
    complaint += String(chunk);
  });
  if (!child.stdout) throw new Error("the child has no output");
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error(`the child ended: ${complaint}`);
}
