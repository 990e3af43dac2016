/**
 * A picture or a file of a reply. It is fetched with the tab's token, which an address could not carry safely, when it
 * comes near the screen or is asked for; what cannot be fetched says in words what it shows, and can be tried again.
 */
import type { Medium } from "../../../../messages.ts";
import type { ApiAnswer, Failure } from "../chat/api-client.ts";
import { element } from "../dom.ts";
import type { PageTexts } from "../texts.ts";

export type LoadMedium = () => Promise<ApiAnswer<Blob>>;

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
    const loaded = await load();
    if (loaded.outcome !== "ok") return void figure.replaceChildren(failure(alt, loaded, labels, show));
    image.src = whole.href = save.href = URL.createObjectURL(loaded.value);
    figure.replaceChildren(whole, save);
  };
  whenNear(figure, () => void show());
  return figure;
}

function fileElement({ name, alt }: Medium, load: LoadMedium, labels: Labels): HTMLElement {
  const box = element("div", { class: "medium" });
  const save = async (): Promise<void> => {
    const loaded = await load();
    if (loaded.outcome !== "ok") return void box.replaceChildren(failure(alt, loaded, labels, save));
    const address = URL.createObjectURL(loaded.value);
    element("a", { href: address, download: name }).click();
    box.replaceChildren(button);
  };
  const button = element("button", { type: "button", class: "save" }, labels.saveFile, ` · ${name}`);
  button.title = alt;
  button.addEventListener("click", () => void save());
  box.append(button);
  return box;
}

function failure(alt: string, why: Failure, labels: Labels, again: () => Promise<void>): HTMLElement {
  const retry = element("button", { type: "button", class: "save" }, labels.tryAgain);
  retry.addEventListener("click", () => void again());
  return element(
    "div",
    { role: "status" },
    ...reasonOf(why),
    element("p", {}, labels.notLoaded),
    element("p", {}, alt),
    retry,
  );
}

/** What the server says to it, where it did not simply fail. */
const reasonOf = (why: Failure): HTMLElement[] =>
  why.outcome === "unavailable" ? [element("p", {}, why.sentence)] : [];

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
