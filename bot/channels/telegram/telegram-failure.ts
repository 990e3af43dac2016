/** What the Bot API's refusals and the network's failures mean for us, sorted in this one place. */
import { GrammyError, HttpError } from "grammy";
import type { MaybeShown } from "../channel.ts";

/** `reason` names method and code, never what was sent: grammY's own errors carry the text and the token. */
export type TelegramFailure =
  /** Nobody will read it. */
  | { kind: "unreachable"; reason: "blocked" | "deactivated" | "chat-not-found" }
  /** Telegram or the network, not us: try again. */
  | { kind: "later"; afterSeconds: number; reason: string; shown?: MaybeShown }
  /** The message already shows this. */
  | { kind: "unmodified" }
  /** The message is gone or too old to edit. */
  | { kind: "uneditable" }
  /** The topic is gone; the chat is not. */
  | { kind: "topicless" }
  /** Another process polls, or a webhook is set. */
  | { kind: "conflict"; reason: string }
  /** The token is wrong or was revoked. */
  | { kind: "unauthorized"; reason: string }
  /** Our fault: the same call will never succeed. */
  | { kind: "refused"; reason: string }
  /** Neither Telegram's nor the network's: a bug of ours. */
  | { kind: "fault"; reason: string };

const networkRetrySeconds = 5;

export function sortTelegramFailure(error: unknown): TelegramFailure {
  if (error instanceof HttpError) {
    const later = { kind: "later", afterSeconds: networkRetrySeconds, reason: error.message } as const;
    return neverConnected(error) ? later : { ...later, shown: "unknown" };
  }
  if (!(error instanceof GrammyError)) {
    return { kind: "fault", reason: error instanceof Error ? error.name : typeof error };
  }
  const reason = `${error.method}: ${error.error_code} ${error.description}`;
  if (error.error_code === 429) {
    const afterSeconds = error.parameters.retry_after ?? networkRetrySeconds;
    return { kind: "later", afterSeconds, reason, shown: "flood" };
  }
  if (error.error_code >= 500)
    return { kind: "later", afterSeconds: networkRetrySeconds, reason, shown: "unknown" };
  if (error.error_code === 409) return { kind: "conflict", reason };
  if (error.error_code === 401 || error.error_code === 404) return { kind: "unauthorized", reason };
  if (error.error_code === 403) return sortForbidden(error.description);
  return sortBadRequest(error.description, reason);
}

/** Failures before a byte of the request could leave. */
const beforeTheRequest = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

const neverConnected = ({ error }: HttpError): boolean =>
  typeof error === "object" && error !== null && "code" in error && beforeTheRequest.has(String(error.code));

function sortForbidden(description: string): TelegramFailure {
  if (description.includes("deactivated")) return { kind: "unreachable", reason: "deactivated" };
  if (description.includes("can't initiate")) return { kind: "unreachable", reason: "chat-not-found" };
  return { kind: "unreachable", reason: "blocked" };
}

const badRequests: readonly (readonly [phrase: RegExp, failure: TelegramFailure])[] = [
  [/chat not found|user not found|PEER_ID_INVALID/, { kind: "unreachable", reason: "chat-not-found" }],
  [/message thread not found|TOPIC_CLOSED|TOPIC_DELETED/, { kind: "topicless" }],
  [/message is not modified/, { kind: "unmodified" }],
  [
    /message can't be edited|message to edit not found|no text in the message to edit|MESSAGE_ID_INVALID/,
    { kind: "uneditable" },
  ],
];

function sortBadRequest(description: string, reason: string): TelegramFailure {
  const known = badRequests.find(([phrase]) => phrase.test(description));
  return known?.[1] ?? { kind: "refused", reason };
}
