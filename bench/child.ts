/** A process of its own for a part of a bench: it says its url when it is ready, and ends with its parent. */
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";

export interface Child {
  url: string;
  process: ChildProcess;
}

/** `file` is beside the caller: pass `import.meta.url` with it. */
export function startChild(file: string, from: string, ...args: string[]): Promise<Child> {
  const child = fork(fileURLToPath(new URL(file, from)), args, { execArgv: ["--import", "tsx"] });
  return new Promise((resolve, reject) => {
    child.once("message", (message) => resolve({ url: (message as { url: string }).url, process: child }));
    child.once("exit", (code) => reject(new Error(`${file} ended with ${code}`)));
  });
}
