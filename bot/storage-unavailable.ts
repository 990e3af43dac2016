import type { WhyUnavailable } from "./views/unavailable.ts";

/**
 * Nothing could be stored: the database is out of reach, or the conversation is a newer release's, whose processes go on
 * with it. Carries no personal data.
 */
export class StorageUnavailable extends Error {
  override readonly name = "StorageUnavailable";
  readonly reason: WhyUnavailable;
  constructor(message?: string, reason: WhyUnavailable = "unreachable") {
    super(message);
    this.reason = reason;
  }
}
