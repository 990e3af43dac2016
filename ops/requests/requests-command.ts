/** What borrowers asked of people: more time for an installment, or to be written to. */
import { Command, Option } from "commander";
import {
  type ListedRequest,
  listRequests,
  type RequestKind,
  type RequestStatus,
} from "../../db/desk/staff-requests.ts";
import { requestKinds, requestStatuses } from "../../db/schema/desk.ts";
import { formatYuan } from "../../domain/money/money.ts";
import { atDesk } from "../desk/desk.ts";
import type { Permission } from "../desk/operators.ts";
import {
  type CommonOptions,
  calendarDate,
  someText,
  wholeNumber,
  withCommonOptions,
} from "../desk/options.ts";
import { type Column, inShanghai, show, table } from "../desk/show.ts";
import type { Terminal } from "../desk/terminal.ts";
import { decideAtDesk, type StaffDecision } from "./decide-request.ts";

const columns: Column<ListedRequest>[] = [
  { heading: "no.", cell: ({ id }) => id, figure: true },
  { heading: "asks for\nstatus", cell: ({ kind, reason, status }) => `${reason ?? kind}\n${status}` },
  { heading: "loan\nwords", cell: ({ loan, installment, words }) => loanAndWords(loan, installment, words) },
  { heading: "chat\nstage", cell: ({ channel, chatId, stage }) => `${channel} ${chatId}\n${stage}` },
  {
    heading: "overdue\ndays",
    cell: ({ overdue, daysPastDue }) => overdue && `${formatYuan(overdue)}\n${daysPastDue ?? "–"}`,
    figure: true,
  },
  {
    heading: "asked on\nuntil",
    cell: ({ askedAt, until }) => [inShanghai(askedAt).slice(0, 10), until ?? "–"].join("\n"),
  },
];

const loanAndWords = (loan: string | null, installment: number | null, words: string | null): string =>
  [installment === null ? (loan ?? "–") : `${loan}/${installment}`, ...(words ? [`“${words}”`] : [])].join(
    "\n",
  );

export function requestsCommand(terminal: Terminal): Command {
  const command = new Command("requests").description(
    "what borrowers asked of staff: list, approve or decline an extension, answer",
  );
  for (const part of [listCommand, ...decisions.map((one) => decisionCommand(one))])
    command.addCommand(part(terminal));
  return command;
}

interface ListOptions extends CommonOptions {
  status: RequestStatus | "all";
  kind?: RequestKind;
  limit: number;
}

const listCommand = (terminal: Terminal): Command =>
  withCommonOptions(new Command("list"))
    .description("the longest waiting first")
    .addOption(
      new Option("--status <status>", "only of this status")
        .choices([...requestStatuses, "all"])
        .default("open"),
    )
    .addOption(new Option("--kind <kind>", "only of this kind").choices(requestKinds))
    .option("--limit <n>", "at most so many", wholeNumber(1), 50)
    .action(async ({ json, as, ...details }: ListOptions) => {
      const task = { terminal, action: "requests-list", permission: "look" as const, details, as };
      const { status, kind, limit } = details;
      await atDesk(task, async ({ database }) => {
        const filter = { status: status === "all" ? undefined : status, kind, limit };
        const requests = await listRequests(database.orm, filter);
        const lines = () => (requests.length > 0 ? [table(requests, columns)] : ["No such request."]);
        show(terminal, { json, data: { requests }, lines });
      });
    });

interface DecisionKind {
  name: string;
  decision: StaffDecision["decision"];
  description: string;
  permission: Permission;
  options: (command: Command) => Command;
}

const replyOption = (command: Command): Command =>
  command.option("--reply <sentence>", "what the borrower is told beside it, in their language", someText);

const decisions: readonly DecisionKind[] = [
  {
    ...{ name: "approve", decision: "approved", permission: "approve" },
    description:
      "gives time for an installment: until that day no courtesy reminders, no deductions; penalty and due date stay",
    options: (command) =>
      replyOption(command.option("--until <date>", "another day than the one asked for", calendarDate)),
  },
  {
    ...{ name: "decline", decision: "declined", permission: "approve" },
    description: "gives no time; everything stays as it is",
    options: replyOption,
  },
  {
    ...{ name: "answer", decision: "answered", permission: "run-the-day" },
    description: "writes into the borrower's chat, and closes the request",
    options: (command) =>
      command.requiredOption("--reply <sentence>", "what the borrower is told, in their language", someText),
  },
];

const decisionCommand =
  ({ name, decision, description, permission, options }: DecisionKind) =>
  (terminal: Terminal): Command =>
    withCommonOptions(options(new Command(name)))
      .description(description)
      .argument("<request>", "its number", wholeNumber(1))
      .action(async (id: number, given: CommonOptions & { until?: string; reply?: string }) => {
        const { json, as, until, reply } = given;
        const details = { request: id, ...(until && { until }) };
        await atDesk({ terminal, action: `requests-${name}`, permission, details, as }, async (desk) => {
          const { operator, now, database } = desk;
          const by = { id, decision, until, reply, operator: operator.name, now };
          const told = await database.orm.transaction((tx) => decideAtDesk(tx, by));
          const day = told.until ? ` until ${told.until}` : "";
          const lines = () => [
            `Request ${id} is ${decision}${day}; the borrower is told at ${inShanghai(told.toldAt)} (Shanghai).`,
          ];
          show(terminal, { json, data: { request: id, decision, ...told }, lines });
        });
      });
