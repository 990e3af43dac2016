/** What the tests have taken of a machine: as numbers, and as lists of what is left. */
import { element } from "../../bot/web/page/dom.ts";
import type { Coverage } from "../coverage/coverage.ts";
import type { Desk } from "./desk.ts";
import { t } from "./texts.ts";

/** True where something drawn stands for transitions that the transcripts have not taken, every one of them. */
export const isMissing = (ids: readonly string[], coverage: Coverage | undefined): boolean =>
  coverage !== undefined &&
  ids.length > 0 &&
  ids.every((id) => coverage.transitions.missingInTranscripts.includes(id));

export function coverageLists({ chart, machine }: Desk): Node[] {
  const { coverage } = chart;
  if (!coverage) return [element("p", { class: "hint" }, t("noCoverage"))];
  const { transitions, states } = coverage;
  const entered = states.all.length - states.missing.length;
  return [
    element(
      "p",
      { class: "numbers" },
      element("strong", {}, `${share(transitions.taken.length, transitions.all.length)} `),
      `${t("ofTransitions")} (${transitions.taken.length}/${transitions.all.length}) · `,
      element("strong", {}, `${share(entered, states.all.length)} `),
      `${t("ofStates")} (${entered}/${states.all.length})`,
    ),
    listOf(t("neverTaken"), [...transitions.missing, ...states.missing]),
    ...(machine.speaks ? [listOf(t("transcriptsMiss"), transitions.missingInTranscripts)] : []),
  ];
}

const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

export function listOf(name: string, items: readonly string[]): HTMLElement {
  const list = items.length > 0 ? items : [t("none")];
  const head = element("summary", {}, `${name}: ${items.length}`);
  return element(
    "details",
    { ...(items.length > 0 && items.length < 20 && { open: true }) },
    head,
    element("ul", { class: "ids" }, ...list.map((item) => element("li", {}, item))),
  );
}
