/** Telegram's refusals, in its own words and codes. */
import type { ApiError } from "@grammyjs/types";

export class BotApiFailure extends Error {
  readonly answer: ApiError;

  constructor(code: number, description: string, parameters?: ApiError["parameters"]) {
    super(description);
    this.answer = { ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) };
  }
}

export const badRequest = (what: string): BotApiFailure => new BotApiFailure(400, `Bad Request: ${what}`);

export const unauthorized = (): BotApiFailure => new BotApiFailure(401, "Unauthorized");

export const forbidden = (what: string): BotApiFailure => new BotApiFailure(403, `Forbidden: ${what}`);

export const notFound = (): BotApiFailure => new BotApiFailure(404, "Not Found");

export const conflict = (what: string): BotApiFailure => new BotApiFailure(409, `Conflict: ${what}`);

export const tooManyRequests = (seconds: number): BotApiFailure =>
  new BotApiFailure(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });

export const badGateway = (): BotApiFailure => new BotApiFailure(502, "Bad Gateway");
