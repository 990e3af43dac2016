/** The configuration: read from the environment once, each value checked, each mistake named in one sentence. */
import { z } from "zod";

const port = z.coerce.number().int().min(1).max(65_535);
const address = z.url({ protocol: /^https?$/ });

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
    TELEGRAM_BOT_TOKEN: z
      .string()
      .regex(/^\d+:[\w-]{30,}$/, "is no bot token of @BotFather's")
      .optional(),
    TELEGRAM_WEBHOOK_SECRET: z
      .string()
      .regex(/^[\w-]{16,256}$/, "takes 16 to 256 of the characters A-Z a-z 0-9 _ -")
      .optional(),
    TELEGRAM_API_ROOT: address.optional(),
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
    if (env.TELEGRAM_WEBHOOK_SECRET && !env.PUBLIC_URL) {
      refuse("PUBLIC_URL", "is needed with TELEGRAM_WEBHOOK_SECRET: Telegram must know where to deliver");
    }
    if (env.TELEGRAM_WEBHOOK_SECRET && !env.TELEGRAM_BOT_TOKEN) {
      refuse("TELEGRAM_BOT_TOKEN", "is needed with TELEGRAM_WEBHOOK_SECRET");
    }
  });

type Refuse = (name: string, message: string) => void;
type Settings = Partial<
  Record<"DATABASE_URL" | "REDIS_URL" | "SESSION_KEY" | "PARTNERS_URL", string | undefined>
>;

function requireForProduction(env: Settings, refuse: Refuse): void {
  if (!env.DATABASE_URL) refuse("DATABASE_URL", "is needed in production");
  if (!env.REDIS_URL) refuse("REDIS_URL", "is needed in production: sessions are shared by all processes");
  else if (!new URL(env.REDIS_URL).password)
    refuse("REDIS_URL", "takes a password in production, as in redis://:password@host:6379");
  if (!env.SESSION_KEY)
    refuse("SESSION_KEY", "is needed in production: sessions in Redis are sealed with it");
  if (!env.PARTNERS_URL) refuse("PARTNERS_URL", "is needed in production: the sandbox only pretends");
}

export type Config = z.infer<typeof schema>;

/** A value that cannot be used. The message names the variable and never repeats its value. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
}

/** Empty variables count as absent. Throws ConfigurationError. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const read = schema.safeParse(set);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw new ConfigurationError(`${String(issue?.path[0])} ${sentence(issue?.message)}`);
}

const sentence = (message = "cannot be used"): string =>
  /^(is|takes) /.test(message) ? `${message}.` : `cannot be used: ${message.replace(/^Invalid/, "invalid")}.`;
