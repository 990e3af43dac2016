import type { Assessment } from "../../domain/eligibility/assessment.ts";
import { assess } from "../../domain/eligibility/eligibility.ts";
import { findPersona, type PersonaId } from "../../partners/sandbox/personas.ts";

/** What becomes of a persona's application; one object a day, so that walks compare it quickly. */
export function assessmentOf(persona: PersonaId, on: string, product = "weilidai"): Assessment {
  const key = `${persona} ${product} ${on}`;
  const known = made.get(key) ?? assess({ id: key, product, facts: findPersona(persona).facts, on });
  made.set(key, known);
  return known;
}

const made = new Map<string, Assessment>();

/** As a mistaken partner might rate: 25.2 % a year, above the cap of 24 %. */
export function dearAssessment(on: string): Assessment {
  const key = `dear ${on}`;
  const known = made.get(key) ?? {
    ...assessmentOf("ordinary", on),
    ...{ id: key, dailyRate: "0.0007", annualRate: "0.252" },
  };
  made.set(key, known);
  return known;
}
