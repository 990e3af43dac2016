/** The web messenger, in every process that is reached by HTTP. */
import { defineChannel } from "../define-channel.ts";
import { serveWeb } from "./serve-web.ts";
import { capabilities, WebChannel } from "./web-channel.ts";

export const web = defineChannel({
  name: "web",
  capabilities,
  variables: {},
  connect: (_values, { HOST: host, PUBLIC_URL: publicUrl }) => ({
    open: ({ sql }) => new WebChannel(sql),
    receive: (deps) => serveWeb({ ...deps, host, publicUrl }),
  }),
});
