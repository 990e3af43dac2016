/** What can be taken along: a transcript test, the chart and the sequence as SVG and PNG. */
import { byId, element } from "../../../bot/channels/web/page/dom.ts";
import type { PictureView } from "../../server/protocol.ts";
import { fetchTranscript, loadPicture, loadSequence } from "../api.ts";
import { onShow, theDesk, trying } from "../desk.ts";
import { t } from "../texts.ts";

export const openExportMenu = (): number => onShow(fillMenu);

function fillMenu(): void {
  const title = element("input", { id: "story", autocomplete: "off", "data-key": "story" });
  title.value = byMenu("story")?.value ?? "";
  byId("export-menu").replaceChildren(
    element("label", { for: "story" }, t("storyTitle"), title),
    choice("transcript", t("transcript"), saveTranscript),
    element("p", { class: "hint" }, t("transcriptHint")),
    choice("chart-svg", t("chartSvg"), async () => saveSvg(await chart(), "chart")),
    choice("chart-png", t("chartPng"), async () => await savePng(await chart(), "chart")),
    choice("sequence-svg", t("sequenceSvg"), async () => saveSvg(await sequence(), "sequence")),
    choice("sequence-png", t("sequencePng"), async () => await savePng(await sequence(), "sequence")),
  );
}

const byMenu = (id: string): HTMLInputElement | null =>
  byId("export-menu").querySelector<HTMLInputElement>(`#${id}`);

function choice(id: string, label: string, work: () => Promise<void>): HTMLElement {
  const button = element("button", { type: "button", id: `export-${id}` }, label);
  button.addEventListener("click", () => {
    byId("export-menu").hidePopover();
    void trying(work);
  });
  return button;
}

async function saveTranscript(): Promise<void> {
  const { session } = theDesk();
  const { text } = await fetchTranscript(session.id, session.current.id, byMenu("story")?.value ?? "");
  download(new Blob([text], { type: "text/plain" }), `${session.machine}.txt`);
}

const chart = (): Promise<PictureView> => loadPicture(theDesk().machine.id, theDesk().detail);
const sequence = (): Promise<PictureView> => loadSequence(theDesk().session.id, theDesk().session.current.id);

function saveSvg({ svg }: PictureView, name: string): void {
  download(new Blob([svg], { type: "image/svg+xml" }), `${theDesk().machine.id}-${name}.svg`);
}

/** Drawn twice as large, so that it stays sharp where it is pasted. */
const scale = 2;

async function savePng({ svg, width, height }: PictureView, name: string): Promise<void> {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  const image = new Image(width, height);
  image.src = url;
  await image.decode();
  const canvas = element("canvas", { width: width * scale, height: height * scale });
  canvas.getContext("2d")?.drawImage(image, 0, 0, width * scale, height * scale);
  URL.revokeObjectURL(url);
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (png) download(png, `${theDesk().machine.id}-${name}.png`);
}

export function download(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  element("a", { href: url, download: name }).click();
  // The browser has taken hold of it by the next turn of its loop.
  setTimeout(() => URL.revokeObjectURL(url));
}
