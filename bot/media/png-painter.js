// @ts-check
/**
 * The thread in which pictures are drawn: an SVG's text in, the bytes of its PNG out. Plain JavaScript, so that a thread
 * can be started on it whatever runs the rest.
 */
import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

/** @type {{ wasmFile: string, fontFiles: string[], fontFamily: string }} */
const { wasmFile, fontFiles, fontFamily } = workerData;

await initWasm(readFileSync(wasmFile));
const font = {
  fontBuffers: fontFiles.map((file) => readFileSync(file)),
  loadSystemFonts: false,
  defaultFontFamily: fontFamily,
};

parentPort?.on("message", (/** @type {string} */ svg) => {
  const drawing = new Resvg(svg, { font });
  const image = drawing.render();
  parentPort?.postMessage(image.asPng());
  image.free();
  drawing.free();
});
