/** What the source tells about safety, the product's history and its standing: for questions, never for figures. */

import type { LocalName } from "../language/local-name.ts";
import background from "./background.json" with { type: "json" };

interface Safeguard {
  id: string;
  name: LocalName;
  /** Who runs it. */
  by: LocalName;
  covers: LocalName;
}

/** What is promised about a borrower's data. */
interface Promised {
  id: string;
  name: LocalName;
  says: LocalName;
}

interface Milestone {
  id: string;
  year: number;
  name: LocalName;
  brings: LocalName;
}

interface Improvement {
  id: string;
  /** "2021Q4". */
  quarter: string;
  name: LocalName;
  measure: LocalName;
  /** Change of the measure as the source states it, a fraction: "-0.40". */
  change: string;
}

/** One point of strengths, weaknesses, opportunities and threats. */
interface Standing extends LocalName {
  kind: "strength" | "weakness" | "opportunity" | "threat";
}

export interface Background {
  asOf: string;
  source: string;
  safeguards: Safeguard[];
  promises: Promised[];
  milestones: Milestone[];
  improvements: Improvement[];
  standing: Standing[];
  /** The way by hand to the repayment page in the messenger itself. */
  manualRepayment: LocalName[];
  /** Where the source sees all this going. */
  outlook: LocalName[];
}

export function productBackground(): Background {
  return background as Background;
}
