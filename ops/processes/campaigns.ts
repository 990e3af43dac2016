/** Campaigns as an extension: sent by every process that has it. */
import { openSender } from "../../bot/reminders/open-sender.ts";
import { startDispatching } from "../../bot/reminders/start-dispatching.ts";
import type { Extension } from "../../bot/service.ts";

export const campaigns: Extension = {
  async open({ jobs }, config) {
    const sender = openSender(config, jobs);
    const dispatching = await startDispatching(sender.deps);
    return {
      async stop() {
        await dispatching.stop();
        sender.close();
      },
    };
  },
};
