/** How far the journey has come, under the header. */
import { byId, element } from "../dom.ts";
import type { PageTexts } from "../texts.ts";

export function showStage(stage: string | undefined, texts: PageTexts): void {
  const names = Object.entries(texts.stages);
  const position = names.findIndex(([name]) => name === stage);
  const list = byId("stages");
  list.replaceChildren(
    ...names.map(([, label], index) =>
      element(
        "li",
        { class: index < position ? "passed" : "", ...(index === position && { "aria-current": "step" }) },
        element("span", {}, label),
      ),
    ),
  );
  const name = names[position]?.[1];
  byId("subtitle").textContent = name
    ? texts.progress(name, position + 1, names.length)
    : texts.labels.subtitle;
}
