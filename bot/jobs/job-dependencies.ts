import type { Partners } from "../../partners/ports.ts";
import type { TurnDependencies } from "../turn/dependencies.ts";

export interface JobDependencies extends TurnDependencies {
  partners: Partners;
}
