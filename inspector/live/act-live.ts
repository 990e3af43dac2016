/** What a tester does in a sandbox conversation: for the borrower, for the partners, with the clock. */
import { z } from "zod";
import type { Inbound } from "../../bot/messages.ts";
import type { Conversation } from "../../bot/turn/conversation.ts";
import { setClock } from "../../bot/turn/set-clock.ts";
import { renderJourney } from "../../bot/views/render-journey.ts";
import { operationNames } from "../../partners/operations.ts";
import { instantField } from "../shanghai-time.ts";
import { instantOf } from "../stepping/checked.ts";
import { CauseRefused, steppingRefusals } from "../stepping/refusals.ts";
import type { LiveOptions } from "./live-options.ts";
import { mayAnswer } from "./steer-partners.ts";

export const deedSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string().min(1).max(4096) }),
  /** A button of the reply shown at that sequence, counted from 0. */
  z.object({ kind: z.literal("press"), shownSeq: z.int(), button: z.int().min(0) }),
  z.object({ kind: z.literal("clock"), to: instantField }),
  /** null: as the persona. */
  z.object({
    kind: z.literal("answer"),
    asked: z.enum(operationNames),
    answer: z.string().nullable(),
  }),
]);
export type LiveDeed = z.infer<typeof deedSchema>;

export async function actLive(options: LiveOptions, to: Conversation, deed: LiveDeed): Promise<void> {
  const { assistant, jobs, newId } = options;
  const { channel, chatId, senderId } = to;
  const from = { channel, chatId, senderId, messageId: newId() };
  switch (deed.kind) {
    case "text":
      await assistant.receive({ ...from, kind: "text", text: deed.text });
      return;
    case "press":
      await assistant.receive({ ...from, kind: "button", buttonId: buttonOf(to, deed) });
      return;
    case "clock":
      return await setClock(jobs, {
        inbound: { ...from, kind: "unreadable", of: "other" } satisfies Inbound,
        now: instantOf(deed.to),
      });
    case "answer":
      return steer(options, to, deed);
  }
}

/** The page has masked buttons, which press nothing: the real one is found by its place. */
function buttonOf({ state, shownSeq }: Conversation, deed: Extract<LiveDeed, { kind: "press" }>): string {
  const button =
    deed.shownSeq === shownSeq
      ? renderJourney({ ...state, seq: shownSeq }).buttons.flat()[deed.button]
      : undefined;
  if (!button) throw new CauseRefused(steppingRefusals.movedOn());
  return button.id;
}

function steer(
  { steering }: LiveOptions,
  { borrowerId }: Conversation,
  { asked, answer }: Extract<LiveDeed, { kind: "answer" }>,
): void {
  if (answer !== null && !mayAnswer(asked, answer))
    throw new CauseRefused(steppingRefusals.noAnswer(asked, answer));
  steering.choose(borrowerId, asked, answer);
}
