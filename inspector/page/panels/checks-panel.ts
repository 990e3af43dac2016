import type { StepDesk } from "../desk.ts";
import { t } from "../texts.ts";
import { listOf } from "./coverage-panel.ts";

export function checkLists({ chart: { findings } }: StepDesk): Node[] {
  const { unreachable, neverTaken, unheard, neverSent } = findings;
  return [
    listOf(t("unreachable"), unreachable),
    listOf(t("forestalled"), neverTaken),
    listOf(t("unheard"), unheard),
    listOf(t("neverSent"), neverSent),
  ];
}
