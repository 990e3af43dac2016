/** A tab as the server sees one: a bearer token and requests. */
import type { HistoryItem, Receipt } from "../../../bot/assistant.ts";
import type { HistoryPage } from "../../../bot/channels/web/api.ts";

export interface Tab {
  token: string;
  send(body: Record<string, unknown>, language?: string): Promise<Response>;
  say(text: string, messageId?: string): Promise<Receipt>;
  history(after?: number): Promise<HistoryItem[]>;
  historyPage(query: string): Promise<HistoryPage>;
  medium(path: string): Promise<Response>;
  /** Names of the stream's events, as they come, until `stop`. */
  events(): Promise<{ next(): Promise<string | undefined>; stop(): Promise<void> }>;
}

export async function openTab(url: string): Promise<Tab> {
  const opened = await fetch(`${url}/api/session`, { method: "POST" });
  const { token } = (await opened.json()) as { token: string };
  return tabWith(url, token);
}

export function tabWith(url: string, token: string): Tab {
  let sent = 0;
  const authorization = { Authorization: `Bearer ${token}` };
  const tab: Tab = {
    token,
    send: (body, language = "zh-CN") =>
      fetch(`${url}/api/messages`, {
        method: "POST",
        headers: { ...authorization, "Content-Type": "application/json", "Accept-Language": language },
        body: JSON.stringify(body),
      }),
    async say(text, messageId = `message-${++sent}`) {
      const response = await tab.send({ messageId, kind: "text", text });
      return (await response.json()) as Receipt;
    },
    async history(after = 0) {
      return (await tab.historyPage(`after=${after}`)).items;
    },
    async historyPage(query) {
      const response = await fetch(`${url}/api/history?${query}`, { headers: authorization });
      return (await response.json()) as HistoryPage;
    },
    medium: (path) => fetch(`${url}/api/media/${path}`, { headers: authorization }),
    async events() {
      const response = await fetch(`${url}/api/events`, { headers: authorization });
      if (!response.body) throw new Error("the stream has no body");
      const names = eventNames(response.body);
      return {
        next: async () => (await names.next()).value ?? undefined,
        stop: async () => void (await names.return(undefined)),
      };
    },
  };
  return tab;
}

async function* eventNames(body: ReadableStream<Uint8Array>): AsyncGenerator<string, undefined> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line.startsWith("event: ")) yield line.slice(7);
  }
  return undefined;
}
