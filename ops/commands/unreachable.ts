import { Command } from "commander";
import { listUnreachableChats, type UnreachableChat } from "../../db/conversation/unreachable-chats.ts";
import { atDesk } from "../desk/desk.ts";
import { type CommonOptions, wholeNumber, withCommonOptions } from "../desk/options.ts";
import { type Column, inShanghai, show, table } from "../desk/show.ts";
import type { Terminal } from "../desk/terminal.ts";

const columns: Column<UnreachableChat>[] = [
  { heading: "channel\nreason", cell: ({ channel, reason }) => `${channel}\n${reason}` },
  { heading: "chat", cell: ({ chatId }) => chatId },
  { heading: "not\nshown", cell: ({ replies }) => replies, figure: true },
  { heading: "since (Shanghai)", cell: ({ since }) => inShanghai(since) },
  { heading: "open\nloans", cell: ({ openLoans }) => openLoans, figure: true },
];

export const unreachableCommand = (terminal: Terminal): Command =>
  withCommonOptions(new Command("unreachable"))
    .description("chats that the messenger refuses for good: blocked, deleted")
    .option("--limit <n>", "at most so many", wholeNumber(1), 200)
    .action(async ({ json, as, limit }: CommonOptions & { limit: number }) => {
      const task = { terminal, action: "unreachable", permission: "look" as const, details: { limit }, as };
      await atDesk(task, async ({ database }) => {
        const chats = await listUnreachableChats(database.orm, limit);
        const lines = () => (chats.length > 0 ? [table(chats, columns)] : ["Every chat can be reached."]);
        show(terminal, { json, data: { chats }, lines });
      });
    });
