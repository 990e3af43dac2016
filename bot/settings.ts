/** The settings of a process as a whole, whatever its channels; how variables are read and their mistakes told. */
import { z } from "zod";

const port = z.coerce.number().int().min(1).max(65_535);
/** A variable that is an address of the web. */
export const address = z.url({ protocol: /^https?$/ });

const schema = z
  .object({
    NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
    HOST: z.string().min(1).default("127.0.0.1"),
    PORT: port.optional(),
    PUBLIC_URL: address.optional(),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
    JIEDAO_DATA: z.string().min(1).optional(),
    REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
    SESSION_KEY: z.string().min(32, "takes at least 32 characters").optional(),
    CAMPAIGN_MESSAGES_PER_SECOND: z.coerce.number().int().min(1).max(1000).default(30),
    SMS_PRICE: z
      .string()
      .regex(/^\d{1,3}(\.\d{1,4})?$/, "takes yuan, such as 0.05")
      .default("0.05"),
    DAILY_CLOSE: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "takes a time of day in Shanghai, such as 00:30")
      .optional(),
    WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(100).default(4),
    INSPECTOR_TOKEN: z.string().min(32, "takes at least 32 characters").optional(),
    PARTNERS_URL: address.optional(),
    PARTNERS_TOKEN: z.string().min(16).optional(),
    PARTNERS_TIMEOUT_MS: z.coerce.number().int().min(100).max(60_000).optional(),
    LANGUAGE_MODEL_URL: address.optional(),
    LANGUAGE_MODEL_NAME: z.string().min(1).optional(),
    LANGUAGE_MODEL_KEY: z.string().min(1).optional(),
    LANGUAGE_MODEL_TIMEOUT_MS: z.coerce.number().int().min(100).max(20_000).default(2_000),
  })
  .superRefine((env, ctx) => {
    const refuse: Refuse = (name, message) => ctx.addIssue({ code: "custom", path: [name], message });
    if (env.NODE_ENV === "production") requireForProduction(env, refuse);
    if (env.PARTNERS_URL && !env.PARTNERS_TOKEN) refuse("PARTNERS_TOKEN", "is needed with PARTNERS_URL");
    if (env.LANGUAGE_MODEL_URL && !env.LANGUAGE_MODEL_NAME)
      refuse("LANGUAGE_MODEL_NAME", "is needed with LANGUAGE_MODEL_URL");
  });

/** Names a variable and what is wrong with it, as "is needed with PARTNERS_URL". */
export type Refuse = (name: string, message: string) => void;
type NeededInProduction = Partial<
  Record<"DATABASE_URL" | "REDIS_URL" | "SESSION_KEY" | "PARTNERS_URL", string | undefined>
>;

function requireForProduction(env: NeededInProduction, refuse: Refuse): void {
  if (!env.DATABASE_URL) refuse("DATABASE_URL", "is needed in production");
  if (!env.REDIS_URL) refuse("REDIS_URL", "is needed in production: sessions are shared by all processes");
  else if (!new URL(env.REDIS_URL).password)
    refuse("REDIS_URL", "takes a password in production, as in redis://:password@host:6379");
  if (!env.SESSION_KEY)
    refuse("SESSION_KEY", "is needed in production: sessions in Redis are sealed with it");
  if (!env.PARTNERS_URL) refuse("PARTNERS_URL", "is needed in production: the sandbox only pretends");
}

export type Settings = z.infer<typeof schema>;

/** A value that cannot be used. The message names the variable and never repeats its value. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Throws ConfigurationError. */
export const readSettings = (environment: Environment): Settings => readVariables(schema, environment);

/** Empty variables count as absent, others than the schema's are left alone. Throws ConfigurationError. */
export function readVariables<Values>(schema: z.ZodType<Values>, environment: Environment): Values {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const read = schema.safeParse(set);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw new ConfigurationError(`${String(issue?.path[0])} ${sentence(issue?.message)}`);
}

const sentence = (message = "cannot be used"): string =>
  /^(is|takes) /.test(message) ? `${message}.` : `cannot be used: ${message.replace(/^Invalid/, "invalid")}.`;
