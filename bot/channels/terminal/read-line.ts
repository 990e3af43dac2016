/** A typed line as what a person did: a command, a press of a shown button, or words. */
import { type Button, type ChatCommandName, chatCommandNames, type Inbound } from "../../messages.ts";

type Said = Inbound extends infer Kind ? (Kind extends Inbound ? Omit<Kind, keyof ChatLine> : never) : never;
type ChatLine = Pick<Inbound, "channel" | "chatId" | "senderId" | "messageId" | "language">;

export function readLine(line: string, shown: readonly Button[]): Said {
  const text = line.trim();
  const place = /^#(\d{1,2})$/.exec(text)?.[1];
  const button = place ? shown[Number(place) - 1] : shown.find(({ label }) => label === text);
  if (button) return { kind: "button", buttonId: button.id };
  const command = /^\/([a-z]+)(?:\s+(.+))?$/.exec(text);
  const name = command?.[1];
  if (name && isCommandName(name)) {
    return { kind: "command", name, ...(command[2] && { argument: command[2] }) };
  }
  return { kind: "text", text };
}

const isCommandName = (name: string): name is ChatCommandName =>
  (chatCommandNames as readonly string[]).includes(name);
