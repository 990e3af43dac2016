/**
 * The terminal: the stored reply is itself what a chat prints, so there is nothing to send. Messages come in by
 * `npm run chat`, a process of its own.
 */
import { defineChannel } from "../define-channel.ts";
import { nothingToSend, storedReplies } from "../nothing-to-send.ts";

export const terminal = defineChannel({
  name: "terminal",
  capabilities: storedReplies,
  variables: {},
  connect: () => ({ open: () => nothingToSend("terminal") }),
});
