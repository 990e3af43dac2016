/** Who works here and what they may do: from the configuration, checked as a whole. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { ConfigurationError } from "../../bot/settings.ts";
import { OpsError } from "./ops-error.ts";

/** viewer: looks; clerk: runs the day; supervisor: approves, writes off, books back, changes settings, reads the audit log. */
const roles = ["viewer", "clerk", "supervisor"] as const;
type Role = (typeof roles)[number];

/** What a command asks for, and who may: each role what it is given here, nothing by being above another. */
const allowed = {
  look: ["viewer", "clerk", "supervisor"],
  "run-the-day": ["clerk"],
  /** An emergency stop belongs to everyone; going on takes the right to run the day. */
  pause: ["viewer", "clerk", "supervisor"],
  cancel: ["clerk", "supervisor"],
  approve: ["supervisor"],
  "change-settings": ["supervisor"],
  "write-off": ["supervisor"],
  reverse: ["supervisor"],
  audit: ["supervisor"],
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof allowed;

export interface Operator {
  name: string;
  roles: readonly Role[];
}

const operatorsSchema = z
  .array(
    z.strictObject({
      name: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,39}$/, "is lower-case letters, digits, . _ -"),
      roles: z.array(z.enum(roles)).min(1),
    }),
  )
  .min(1)
  .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, "two operators have one name");

export interface OperatorChoice {
  operator: Operator;
  /** True where nobody is configured and everything is allowed. */
  local: boolean;
}

/**
 * The operator who acts: JIEDAO_OPERATOR (or `named`) among JIEDAO_OPERATORS, which is JSON or the path of a file of
 * it. Where neither is set, one operator "local" with all roles; not so in production. Throws ConfigurationError
 * or OpsError.
 */
export function chooseOperator(
  env: Readonly<Record<string, string | undefined>>,
  named: string | undefined,
): OperatorChoice {
  const given = env["JIEDAO_OPERATORS"] || undefined;
  if (given === undefined && env["NODE_ENV"] === "production")
    throw new ConfigurationError("JIEDAO_OPERATORS is needed in production.");
  const all = given === undefined ? [{ name: "local", roles }] : readOperators(given);
  const name =
    named ?? (env["JIEDAO_OPERATOR"] || undefined) ?? (all.length === 1 ? all[0]?.name : undefined);
  if (name === undefined)
    throw new OpsError(
      `Say who acts, with --as or JIEDAO_OPERATOR: ${all.map((one) => one.name).join(", ")}.`,
    );
  const operator = all.find((one) => one.name === name);
  if (!operator) throw new OpsError(`No operator is called ${name}.`);
  return { operator, local: given === undefined };
}

export const mayDo = ({ roles: own }: Operator, permission: Permission): boolean =>
  own.some((role) => (allowed[permission] as readonly Role[]).includes(role));

/** For the sentence of a refusal. */
export const rolesFor = (permission: Permission): string => allowed[permission].join(" or ");

function readOperators(given: string): Operator[] {
  const read = operatorsSchema.safeParse(jsonOf(given));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new ConfigurationError(
    `JIEDAO_OPERATORS cannot be used: ${issue?.path.join(".")} ${issue?.message}.`,
  );
}

function jsonOf(given: string): unknown {
  try {
    return JSON.parse(given.trimStart().startsWith("[") ? given : readFileSync(given, "utf8"));
  } catch {
    throw new ConfigurationError("JIEDAO_OPERATORS is neither a JSON list nor the path of a file with one.");
  }
}
