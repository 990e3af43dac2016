/** A drawing as a PNG, its Chinese letters from a font that is installed as a package. */
import { once } from "node:events";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Worker } from "node:worker_threads";
import { DrawingsQueueFull } from "./drawings-queue-full.ts";
import { type SvgNode, svgText } from "./svg-node.ts";

/** As the font's own name table has it. */
export const fontFamily = "Noto Sans S Chinese";

/** The thread with its fonts is given up when nothing was drawn for so long. */
const idleMs = 60_000;

let painter: Worker | undefined;
let giveUp: ReturnType<typeof setTimeout> | undefined;
let last: Promise<unknown> = Promise.resolve();
let unfinished = 0;

/** As many as are drawn within the half minute that a page waits. */
export const mostUnfinished = 64;

/**
 * Drawn in a thread of its own, one drawing after the other: neither replies nor each other's memory are held up.
 * Rejects with DrawingsQueueFull when too many wait.
 */
export function drawPng(drawing: SvgNode): Promise<Uint8Array<ArrayBuffer>> {
  if (unfinished >= mostUnfinished) return Promise.reject(new DrawingsQueueFull());
  const text = svgText(drawing);
  unfinished += 1;
  const drawn = last
    .then(() => draw(text))
    .finally(() => {
      unfinished -= 1;
    });
  last = drawn.catch(() => undefined);
  return drawn;
}

async function draw(text: string): Promise<Uint8Array<ArrayBuffer>> {
  clearTimeout(giveUp);
  const thread = painter ?? startPainter();
  thread.ref();
  try {
    const answer = once(thread, "message");
    thread.postMessage(text);
    const [png] = await answer;
    giveUp = setTimeout(() => stop(thread), idleMs).unref();
    return png;
  } catch (error) {
    stop(thread);
    throw error;
  } finally {
    thread.unref();
  }
}

function stop(thread: Worker): void {
  if (painter === thread) painter = undefined;
  void thread.terminate();
}

function startPainter(): Worker {
  const { resolve } = createRequire(import.meta.url);
  const fontFolder = join(dirname(resolve("@embedpdf/fonts-sc")), "../fonts");
  const thread = new Worker(new URL("./png-painter.js", import.meta.url), {
    workerData: {
      wasmFile: resolve("@resvg/resvg-wasm/index_bg.wasm"),
      fontFiles: ["NotoSansHans-Regular.otf", "NotoSansHans-Bold.otf"].map((name) => join(fontFolder, name)),
      fontFamily,
    },
  });
  thread.on("error", () => stop(thread));
  painter = thread;
  return thread;
}
