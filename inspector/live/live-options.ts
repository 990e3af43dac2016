import type { Composition } from "../../bot/assistant.ts";
import type { Steering } from "./steer-partners.ts";

/** What looking at running conversations takes, and acting in them. */
export type LivePermission = "look" | "run-the-day";

export interface LiveOperator {
  name: string;
  may(permission: LivePermission): boolean;
}

/** Who works here, as the house that hands the inspector in knows it. */
export interface InspectorDesk {
  /** The operator of that name, or the one who acts where none is named; `refused` is why there is none. */
  operator(named: string | undefined): LiveOperator | { refused: string };
}

export interface LiveOptions extends Composition {
  steering: Steering;
  desk: InspectorDesk;
  newId: () => string;
}
