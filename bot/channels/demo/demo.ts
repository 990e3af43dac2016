/** Chats of made-up borrowers, whom nobody answers: what they are told counts as shown, and stands in the outbox. */
import { defineChannel } from "../define-channel.ts";
import { nothingToSend, storedReplies } from "../nothing-to-send.ts";

export const demo = defineChannel({
  name: "demo",
  capabilities: storedReplies,
  variables: {},
  connect: (_values, { NODE_ENV }) =>
    NODE_ENV === "production" ? undefined : { open: () => nothingToSend("demo") },
});
