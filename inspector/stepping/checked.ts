/** What a tester gives, as it must be. */
import { z } from "zod";
import { readInstant } from "../shanghai-time.ts";
import { both, CauseRefused, steppingRefusals } from "./refusals.ts";

const chinese = z.locales.zhCN().localeError;
const english = z.locales.en().localeError;

/** The value as its schema has it; throws CauseRefused with what is wrong with each field, in both languages. */
export function checked<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value, { error: english });
  if (parsed.success) return parsed.data;
  const { issues = [] } = schema.safeParse(value, { error: chinese }).error ?? {};
  const wrong = parsed.error.issues.map(({ path, message }, index) => ({
    path: path.join("."),
    says: both(message, issues[index]?.message ?? message),
  }));
  throw new CauseRefused(steppingRefusals.badFields(wrong), wrong);
}

/** The instant as a tester wrote it, ISO 8601 in UTC. Throws CauseRefused. */
export function instantOf(written: string): string {
  const instant = readInstant(written);
  if (instant === undefined) throw new CauseRefused(steppingRefusals.noTime(written));
  return instant;
}

/** The instant that a clock is moved to. Throws CauseRefused. */
export function laterOf(now: string, to: string): string {
  const moved = instantOf(to);
  if (Date.parse(moved) < Date.parse(now)) throw new CauseRefused(steppingRefusals.clockBack());
  return moved;
}
