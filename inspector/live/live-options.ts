import type { Composition } from "../../bot/compose.ts";
import type { Steering } from "./steer-partners.ts";

export interface LiveOptions extends Composition {
  steering: Steering;
  /** Names the operators and the one who acts where the page does not say (JIEDAO_OPERATORS, JIEDAO_OPERATOR). */
  env: Readonly<Record<string, string | undefined>>;
  newId: () => string;
}
