/** The server's API as the page calls it. What may go wrong is a value; the chat decides what to do. */

import type { Locale } from "../../../../../domain/language/languages.ts";
import type { Receipt } from "../../../../assistant.ts";
import type { HistoryPage } from "../../api.ts";
import type { PendingMessage } from "./tab.ts";

export type Failure =
  /** No answer: the network or the server is away. */
  | { outcome: "lost" }
  /** An answer that nothing could be stored or read now. */
  | { outcome: "unavailable"; sentence: string }
  /** A bug there: it may be in this very message. */
  | { outcome: "faulty"; sentence: string }
  /** Sending the same again would not help. */
  | { outcome: "refused"; sentence: string };

export type ApiAnswer<Value> = { outcome: "ok"; value: Value } | Failure;

const answerWithinMs = 30_000;

export interface ApiClient {
  openSession(): Promise<ApiAnswer<{ token: string }>>;
  send(token: string, message: PendingMessage): Promise<ApiAnswer<Receipt>>;
  /** The latest that was said; what was said after an item; or before one. */
  history(token: string, from: { after?: number; before?: number }): Promise<ApiAnswer<HistoryPage>>;
  medium(token: string, item: number, place: number): Promise<ApiAnswer<Blob>>;
}

export function createApiClient(locale: () => Locale): ApiClient {
  async function call<Value>(path: string, token?: string, body?: unknown): Promise<ApiAnswer<Value>> {
    const headers: Record<string, string> = {
      "Accept-Language": locale(),
      "Content-Type": "application/json",
    };
    if (token) headers["Authorization"] = `Bearer ${token}`;
    const request: RequestInit = { headers, signal: AbortSignal.timeout(answerWithinMs) };
    if (body !== undefined) Object.assign(request, { method: "POST", body: JSON.stringify(body) });
    try {
      const response = await fetch(`/api/${path}`, request);
      const json: unknown = await response.json();
      return response.ok ? { outcome: "ok", value: json as Value } : toFailure(response.status, json);
    } catch {
      return { outcome: "lost" };
    }
  }
  return {
    openSession: () => call("session", undefined, {}),
    send: (token, { messageId, said }) => call("messages", token, { messageId, ...said }),
    history: (token, from) => {
      const part = Object.entries(from).map(([name, id]) => [name, String(id)]);
      return call(`history?${new URLSearchParams(part)}`, token);
    },
    medium: async (token, item, place) => {
      try {
        const response = await fetch(`/api/media/${item}/${place}`, {
          headers: { Authorization: `Bearer ${token}`, "Accept-Language": locale() },
          signal: AbortSignal.timeout(answerWithinMs),
        });
        if (response.ok) return { outcome: "ok", value: await response.blob() };
        return toFailure(response.status, await response.json());
      } catch {
        return { outcome: "lost" };
      }
    },
  };
}

function toFailure(status: number, body: unknown): Failure {
  const sentence = hasMessage(body) ? body.message : "";
  if (status === 500) return { outcome: "faulty", sentence };
  return { outcome: status > 500 || status === 429 ? "unavailable" : "refused", sentence };
}

function hasMessage(body: unknown): body is { message: string } {
  return typeof body === "object" && body !== null && "message" in body && typeof body.message === "string";
}
