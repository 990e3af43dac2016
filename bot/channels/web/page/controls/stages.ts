/** How far the journey has come, under the header. A look at something else does not take it back. */
import { byId, element } from "../dom.ts";
import type { PageTexts } from "../texts.ts";

/** With these another loan begins: only they lead back. */
const begins: ReadonlySet<string | undefined> = new Set(["checkingEligibility", "quoting", "confirming"]);
let furthest: string | undefined;

export function showStage(stage: string | undefined, texts: PageTexts): void {
  const names = Object.entries(texts.stages);
  const place = (one: string | undefined): number => names.findIndex(([name]) => name === one);
  if (begins.has(stage) || place(stage) > place(furthest)) furthest = stage;
  const position = names.findIndex(([name]) => name === furthest);
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
