import type { Assessment } from "../../domain/assessment.ts";
import { assess } from "../../domain/eligibility.ts";
import { findPersona, type PersonaId } from "../../partners/sandbox/personas.ts";

/** What becomes of a persona's application; one object a day, so that walks compare it quickly. */
export function assessmentOf(persona: PersonaId, on: string): Assessment {
  const key = `${persona} ${on}`;
  const known =
    made.get(key) ?? assess({ id: key, product: "weilidai", facts: findPersona(persona).facts, on });
  made.set(key, known);
  return known;
}

const made = new Map<string, Assessment>();
