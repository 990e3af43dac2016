import { Command, Option } from "commander";
import { type ListedLoan, type LoanFilter, listLoans } from "../../db/lending/loan-list.ts";
import { formatYuan } from "../../domain/money/money.ts";
import { productList } from "../../domain/product/catalogue.ts";
import { type LoanStage, loanStages } from "../../machines/loan.ts";
import { atDesk } from "../desk/desk.ts";
import { type CommonOptions, wholeNumber, withCommonOptions } from "../desk/options.ts";
import { type Column, show, table } from "../desk/show.ts";
import type { Terminal } from "../desk/terminal.ts";

interface LoansOptions extends CommonOptions {
  stage?: LoanStage;
  product?: string;
  fromDpd?: number;
  toDpd?: number;
  page: number;
  perPage: number;
}

const columns: Column<ListedLoan>[] = [
  { heading: "loan\nproduct", cell: ({ number, product }) => `${number}\n${product}` },
  {
    heading: "stage\ndays past due",
    cell: ({ stage, daysPastDue }) => `${stage}\n${daysPastDue > 0 ? daysPastDue : "–"}`,
  },
  { heading: "principal", cell: ({ principal }) => formatYuan(principal), figure: true },
  {
    heading: "overdue\ndue today",
    cell: ({ overdue, dueToday }) => `${formatYuan(overdue)}\n${formatYuan(dueToday)}`,
    figure: true,
  },
  {
    heading: "next due\namount",
    cell: ({ nextDueDate, nextAmount }) =>
      nextDueDate && `${nextDueDate}\n${nextAmount ? formatYuan(nextAmount) : "–"}`,
    figure: true,
  },
];

const nothing = "No such loan. A loan is listed from its first close on: ops close";

export const loansCommand = (terminal: Terminal): Command =>
  withCommonOptions(new Command("loans"))
    .description("loans as of their last close, the latest first")
    .addOption(new Option("--stage <stage>", "only of this stage").choices(loanStages))
    .addOption(
      new Option("--product <id>", "only of this product").choices(productList().map(({ id }) => id)),
    )
    .option("--from-dpd <days>", "at least so many days past due", wholeNumber(0))
    .option("--to-dpd <days>", "at most so many days past due", wholeNumber(0))
    .option("--page <n>", "which page", wholeNumber(1), 1)
    .option("--per-page <n>", "loans a page", wholeNumber(1), 50)
    .action(async ({ json, as, ...options }: LoansOptions) => {
      const filter: LoanFilter = {
        ...{ stage: options.stage, productId: options.product },
        ...{ fromDaysPastDue: options.fromDpd, toDaysPastDue: options.toDpd },
        ...{ page: options.page, perPage: options.perPage },
      };
      const details = { ...options };
      await atDesk({ terminal, action: "loans", permission: "look", details, as }, async ({ database }) => {
        const { total, loans } = await listLoans(database.orm, filter);
        const { page, perPage } = filter;
        const pages = Math.max(1, Math.ceil(total / perPage));
        show(terminal, {
          json,
          data: { total, page, pages, loans },
          lines: () =>
            loans.length > 0
              ? [table(loans, columns), `page ${page} of ${pages}, ${total} loans`]
              : [total > 0 ? `There is no page ${page}: the last one is ${pages}.` : nothing],
        });
      });
    });
