/** The inspector beside a running assistant: the same page, and its conversations live. */
import { randomBytes } from "node:crypto";
import type { Composition } from "../bot/assistant.ts";
import { channelNames } from "../bot/channels/registered.ts";
import { newId } from "../bot/clock.ts";
import type { Extension } from "../bot/extension.ts";
import { doorsFor } from "../bot/http/guard.ts";
import type { Service } from "../bot/service.ts";
import type { Settings } from "../bot/settings.ts";
import type { InspectorDesk } from "./live/live-options.ts";
import type { liveRoutes } from "./live/live-routes.ts";
import { steerPartners } from "./live/steer-partners.ts";
import { inspectorPath } from "./server/inspector-path.ts";

/** To be handed to the process that it stands beside; `desk` says who may look and act. */
export function inspectorBeside(desk: InspectorDesk): Extension {
  const steering = steerPartners();
  return {
    around: steering.steer,
    async open(app, config) {
      const token = tokenFor(config);
      return token === undefined ? undefined : serviceOf({ ...app, steering, desk }, config, token);
    },
  };
}

type Handed = Composition & Pick<Parameters<typeof liveRoutes>[0], "steering" | "desk">;

/** What serves the page is loaded where there is one: a process without the inspector does not carry it. */
async function serviceOf(
  { assistant, jobs, steering, desk }: Handed,
  config: Settings,
  token: string,
): Promise<Service> {
  const [{ machines }, { inspectorApp }, { liveRoutes }] = await Promise.all([
    import("./machines.ts"),
    import("./server/inspector-app.ts"),
    import("./live/live-routes.ts"),
  ]);
  const doors = doorsFor(config.HOST, config.PUBLIC_URL);
  const extraRoutes = liveRoutes({ assistant, jobs, steering, desk, newId });
  // Whoever chose a token knows it; what is printed may be kept.
  const shown = config.INSPECTOR_TOKEN === undefined ? token : "INSPECTOR_TOKEN";
  return {
    routes: (app) =>
      void app.route(
        inspectorPath,
        inspectorApp({ machines, doors, token, newId, channels: channelNames, extraRoutes }),
      ),
    address: (messenger) => `Inspector: ${messenger}${inspectorPath}#token=${shown}`,
  };
}

const loopback: ReadonlySet<string> = new Set(["127.0.0.1", "localhost", "::1"]);

/** Where others may reach the page, and in production, there is one only with INSPECTOR_TOKEN set. */
function tokenFor({ HOST, NODE_ENV, INSPECTOR_TOKEN }: Settings): string | undefined {
  const apart = loopback.has(HOST) && NODE_ENV !== "production";
  return INSPECTOR_TOKEN ?? (apart ? randomBytes(32).toString("base64url") : undefined);
}
