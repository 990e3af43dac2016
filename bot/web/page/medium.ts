/**
 * A picture or a file of a reply. It is fetched with the tab's token, which an address could not carry safely, when it
 * comes near the screen or is asked for; what cannot be fetched says in words what it shows, and can be tried again.
 */
import type { Medium } from "../../messages.ts";
import { element } from "./dom.ts";
import type { PageTexts } from "./texts.ts";

export type LoadMedium = () => Promise<Blob | undefined>;

type Labels = PageTexts["labels"];

export const mediumElement = (medium: Medium, load: LoadMedium, labels: Labels): HTMLElement =>
  medium.kind === "picture" ? pictureElement(medium, load, labels) : fileElement(medium, load, labels);

function pictureElement(
  { name, alt, width, height }: Extract<Medium, { kind: "picture" }>,
  load: LoadMedium,
  labels: Labels,
): HTMLElement {
  const image = element("img", { alt, width, height });
  const whole = element("a", { target: "_blank", rel: "noopener" }, image);
  const save = element("a", { class: "save", download: name }, labels.savePicture);
  const figure = element("figure", { class: "medium" }, whole);
  const show = async (): Promise<void> => {
    const blob = await load();
    if (!blob) return void figure.replaceChildren(failure(alt, labels, show));
    image.src = whole.href = save.href = URL.createObjectURL(blob);
    figure.replaceChildren(whole, save);
  };
  whenNear(figure, () => void show());
  return figure;
}

function fileElement({ name, alt }: Medium, load: LoadMedium, labels: Labels): HTMLElement {
  const box = element("div", { class: "medium" });
  const save = async (): Promise<void> => {
    const blob = await load();
    if (!blob) return void box.replaceChildren(failure(alt, labels, save));
    const address = URL.createObjectURL(blob);
    element("a", { href: address, download: name }).click();
    box.replaceChildren(button);
  };
  const button = element("button", { type: "button", class: "save" }, labels.saveFile, ` · ${name}`);
  button.title = alt;
  button.addEventListener("click", () => void save());
  box.append(button);
  return box;
}

function failure(alt: string, labels: Labels, again: () => Promise<void>): HTMLElement {
  const retry = element("button", { type: "button", class: "save" }, labels.tryAgain);
  retry.addEventListener("click", () => void again());
  return element("div", { role: "status" }, element("p", {}, labels.notLoaded), element("p", {}, alt), retry);
}

function whenNear(target: HTMLElement, then: () => void): void {
  const watch = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watch.disconnect();
      then();
    },
    { rootMargin: "600px" },
  );
  watch.observe(target);
}
