/** Buttons for what a message may have meant. */
import { journeyEventSchema } from "../../../machines/journey-events.ts";
import type { NoticeOf } from "../../../machines/notices/table.ts";
import { canCarry } from "../../buttons.ts";
import type { Choice } from "../../messages.ts";
import { inRows } from "../choices/common-choices.ts";
import { inArrears, withoutLoans } from "../figures/arrears.ts";
import { choice, type Scope } from "../stage-view.ts";
import { clarificationLabel } from "./clarification-label.ts";

type Doubt = NoticeOf<"unclear"> | NoticeOf<"also">;

/** The journey's own events only, each with a label, as far as buttons can carry them. */
export function clarificationChoices(doubt: Doubt, { m, locale, context, path }: Scope): Choice[][] {
  const meant = (doubt.alternatives ?? []).flatMap((alternative) => {
    const event = journeyEventSchema.safeParse(alternative);
    const label = event.success ? clarificationLabel(event.data, m, locale) : undefined;
    return event.success && label !== undefined && canCarry(event.data) ? [choice(label, event.data)] : [];
  });
  const [open = []] = inArrears(context) ? withoutLoans([meant], path) : [meant];
  return inRows(open, 2);
}
