import { type Context, Hono } from "hono";
import type { Detail } from "../chart/figures.ts";
import { machineJson } from "../machine-json.ts";
import { findMachine, type InspectedMachine, type InspectedMachines } from "../registry/inspected-machine.ts";
import { CauseRefused, steppingRefusals } from "../stepping/refusals.ts";
import { pictureOf, summariseMachine, viewChart } from "./chart-views.ts";

export function machineRoutes(machines: InspectedMachines): Hono {
  const app = new Hono();
  app.get("/", (c) => c.json(machines.map(summariseMachine)));
  app.get("/:id/chart", async (c) => c.json(await viewChart(roomOf(c, machines), detailOf(c))));
  app.get("/:id/picture", async (c) => c.json(await pictureOf(roomOf(c, machines), detailOf(c))));
  app.get("/:id/definition", (c) => c.json(machineJson(roomOf(c, machines).machine)));
  return app;
}

function roomOf(c: Context, machines: InspectedMachines): InspectedMachine {
  const room = findMachine(machines, c.req.param("id") ?? "");
  if (!room) throw new CauseRefused(steppingRefusals.noMachine());
  return room;
}

const detailOf = (c: Context): Detail => (c.req.query("detail") === "full" ? "full" : "names");
