/** What has to be decided of a notice when it is added, as data; its texts and buttons stand in the views, under its name. */
import type { z } from "zod";
import type { Stage } from "../events/definition.ts";

export interface NoticeDefinition {
  /** What it carries beside its kind. */
  payload: Readonly<Record<string, z.ZodType>>;
  /**
   * How the stage's own prompt stands below it.
   * "full": as on arrival.
   * "resumed": as one line that leads back. The notice interrupts: the place is not lost, and its buttons stay.
   * "resumed-under-way": the same, but for places where nothing is under way: there nothing need be said.
   * "replaced": not at all, for the notice says what is asked for now. With `replacedAt`: there alone, and in full
   * elsewhere.
   */
  prompt:
    | "full"
    | "resumed"
    | "resumed-under-way"
    | "replaced"
    | { replacedAt: readonly `${Stage}.${string}`[] };
  /** May disappear with the menu that it stands above: the next reply takes the place of both. */
  passes: boolean;
  /** About money that moved or is asked for: a sandbox says below it that it is play money. */
  money: boolean;
}
