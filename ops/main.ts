/** The operations command line: `npm run ops -- <command>`. */
import { calc } from "./calc/calc.ts";

const commands = { calc };

const usage = ["ops <command>", "", "  calc  schedules, payoffs, rates, penalties: calc --help"].join("\n");

async function main([name = "", ...args]: string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name as keyof typeof commands] : undefined;
  const streams = {
    input: process.stdin,
    print: (line: string) => process.stdout.write(`${line}\n`),
    complain: (line: string) => process.stderr.write(`${line}\n`),
  };
  if (command) return command(args, streams);
  const asked = name === "" || name === "help" || name === "--help";
  (asked ? streams.print : streams.complain)(usage);
  return asked ? 0 : 2;
}

process.exitCode = await main(process.argv.slice(2));
