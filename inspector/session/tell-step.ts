/** A step in a few words, and who it comes from. */
import { readInstant, shanghaiTime } from "../shanghai-time.ts";
import type { Step } from "./session.ts";

export type Actor = "borrower" | "identity" | "bureau" | "payments" | "clock" | "system";

const partnerOf: Record<string, Actor> = {
  verifyName: "identity",
  verifyFace: "identity",
  assess: "bureau",
  findCard: "payments",
  payOut: "payments",
  collect: "payments",
  deduct: "payments",
  checkCollection: "payments",
};

export const partnerFor = (command: string): Actor => partnerOf[command] ?? "system";

export interface ToldStep {
  actor: Actor;
  words: string;
}

/** `before`: the step from which it was taken; it knows which command an answer is to. */
export function tellStep({ cause }: Step, before: Step | undefined): ToldStep {
  switch (cause.kind) {
    case "begin":
      return { actor: "system", words: "begins" };
    case "text":
      return { actor: "borrower", words: cause.text };
    case "press":
      return { actor: "borrower", words: `[${cause.label}]` };
    case "clock":
      return { actor: "clock", words: `moves to ${toldInstant(cause.to)}` };
    case "deadline":
      return { actor: "clock", words: deadlineWords(cause.key, before) };
    case "event":
      return { actor: "system", words: eventWords(cause.event) };
    case "answer": {
      const command = before?.world.commands.find(({ key }) => key === cause.key)?.command ?? "";
      return { actor: partnerFor(command), words: `${command}: ${cause.answer}` };
    }
  }
}

const toldInstant = (written: string): string => shanghaiTime(readInstant(written) ?? written);

const deadlineWords = (key: string, before: Step | undefined): string =>
  before?.world.deadlines.find((deadline) => deadline.key === key)?.event.type ?? key;

function eventWords({ type, ...payload }: { type: string }): string {
  const parts = Object.entries(payload).map(([name, value]) =>
    typeof value === "object" ? name : `${name}: ${String(value)}`,
  );
  return [type, parts.join(", ")].filter(Boolean).join(" ");
}
