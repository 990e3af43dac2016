/** What the tests have taken of a machine: as numbers, and as lists of what is left. */
import { element } from "../../../bot/channels/web/page/dom.ts";
import type { Coverage } from "../../coverage/coverage.ts";
import type { StepDesk } from "../desk.ts";
import { t } from "../texts.ts";

/** "missing": no test takes it; "untold": the transcripts do not. */
export type CoverageShare = "missing" | "untold";

/** Of something drawn, which stands for transitions: what is left out of them all. */
export function shareOf(
  ids: readonly string[],
  coverage: Coverage | undefined,
  speaks: boolean,
): CoverageShare | undefined {
  if (!coverage || ids.length === 0) return undefined;
  const { missing, missingInTranscripts } = coverage.transitions;
  if (ids.every((id) => missing.includes(id))) return "missing";
  return speaks && ids.every((id) => missingInTranscripts.includes(id)) ? "untold" : undefined;
}

export function coverageLists({ chart, machine }: StepDesk): Node[] {
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
    legend("missing", t("legendMissing")),
    ...(machine.speaks ? [legend("untold", t("legendUntold"))] : []),
  ];
}

const legend = (kind: CoverageShare, words: string): HTMLElement =>
  element(
    "p",
    { class: "legend hint" },
    element("span", { class: `key ${kind}`, "aria-hidden": "true" }),
    words,
  );

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
