/** Who is to be reminded, as said on the command line. */
import { readFileSync } from "node:fs";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { Audience } from "../../../db/campaigns/audience.ts";
import type { ReminderStage } from "../../../domain/contact/reminder-stages.ts";
import { productList } from "../../../domain/product/catalogue.ts";
import { OpsError } from "../../desk/ops-error.ts";

export interface AudienceOptions {
  dueWithin?: number;
  product?: string;
  stage?: ReminderStage;
  loansCsv?: string[];
}

const stages: readonly ReminderStage[] = ["before", "due", "overdue-1", "overdue-2", "overdue-3"];

export const withAudienceOptions = (command: Command): Command =>
  command
    .option("--due-within <days>", "due today or within so many days, such as 3d", days)
    .addOption(
      new Option("--product <id>", "only of this product").choices(productList().map(({ id }) => id)),
    )
    .addOption(new Option("--stage <stage>", "only in this stage").choices(stages))
    .option(
      "--loans-csv <file>",
      "the oldest open installment of these loans: one number a line, or the first column",
      loanNumbers,
    );

/** Throws OpsError when nobody in particular was asked for. */
export function audienceOf({ dueWithin, product, stage, loansCsv }: AudienceOptions): Audience {
  if ([dueWithin, product, stage, loansCsv].every((given) => given === undefined)) {
    throw new OpsError("Say who: --due-within, --product, --stage or --loans-csv.");
  }
  if (stage === "before" && dueWithin === undefined && !loansCsv)
    throw new OpsError("Stage before takes --due-within.");
  return {
    ...(dueWithin !== undefined && { dueWithinDays: dueWithin }),
    ...(product !== undefined && { product }),
    ...(stage !== undefined && { stage }),
    ...(loansCsv !== undefined && { loanNumbers: loansCsv }),
  };
}

function days(text: string): number {
  const found = /^(\d{1,2})d?$/.exec(text);
  const count = Number(found?.[1]);
  if (!found || count > 31) throw new InvalidArgumentError("Days from 0 to 31, such as 3d.");
  return count;
}

/** A first line that is no loan number is a heading; any other such line is a mistake. */
function loanNumbers(file: string): string[] {
  const cells = textOf(file)
    .split(/\r?\n/)
    .map(
      (line) =>
        line
          .split(/[,;\t]/)[0]
          ?.trim()
          .replaceAll('"', "") ?? "",
    )
    .map((cell, index) => ({ cell, line: index + 1 }))
    .filter(({ cell }) => cell !== "");
  const [first, ...rest] = cells;
  const numbers = first && isLoanNumber(first.cell) ? cells : rest;
  const wrong = numbers.find(({ cell }) => !isLoanNumber(cell));
  if (wrong) throw new InvalidArgumentError(`Line ${wrong.line} is no loan number.`);
  if (numbers.length === 0) throw new InvalidArgumentError("There is no loan number in it.");
  return [...new Set(numbers.map(({ cell }) => cell))];
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  } catch {
    throw new InvalidArgumentError("It cannot be read.");
  }
}

const isLoanNumber = (cell: string): boolean => /^JD-?\d{1,15}$/.test(cell);
