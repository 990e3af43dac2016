/** Campaigns as an extension: sent by every process that has it. */

import type { Extension } from "../../bot/extension.ts";
import { openSender } from "./dispatch/open-sender.ts";
import { startDispatching } from "./dispatch/start-dispatching.ts";

export const campaignsExtension: Extension = {
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
