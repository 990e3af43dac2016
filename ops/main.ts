/** The operations command line: `npm run ops -- <command>`. */
import { calc } from "./calc/calc.ts";
import { processTerminal } from "./desk/terminal.ts";
import { runOps } from "./program.ts";

async function main([name = "--help", ...args]: string[]): Promise<number> {
  const terminal = processTerminal();
  if (name === "calc") return calc(args, { ...terminal, input: process.stdin });
  return runOps([name, ...args], terminal);
}

process.exitCode = await main(process.argv.slice(2));
