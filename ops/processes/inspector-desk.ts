import type { InspectorDesk } from "../../inspector/live/live-options.ts";
import { chooseOperator, mayDo } from "../desk/operators.ts";
import { OpsError } from "../desk/ops-error.ts";

/** The operators of JIEDAO_OPERATORS, as the inspector asks for them. */
export const deskOf = (env: Readonly<Record<string, string | undefined>>): InspectorDesk => ({
  operator(named) {
    try {
      const { operator } = chooseOperator(env, named);
      return { name: operator.name, may: (permission) => mayDo(operator, permission) };
    } catch (error) {
      if (error instanceof OpsError) return { refused: error.message };
      throw error;
    }
  },
});
