import { describe, expect, it } from "vitest";
import { readConfig } from "../bot/config.ts";

const production = {
  NODE_ENV: "production",
  DATABASE_URL: "postgres://jiedao:secret@db.example/jiedao",
  REDIS_URL: "redis://:secret@redis.example:6379",
  SESSION_KEY: "thirty-two characters or more of it",
  PARTNERS_URL: "https://partners.example",
  PARTNERS_TOKEN: "a token of the partners",
};

describe("production", () => {
  it("starts with everything that it needs", () =>
    expect(readConfig(production)).toMatchObject({ NODE_ENV: "production" }));

  it.each(["redis://redis.example:6379", "rediss://user@redis.example", "redis://user:@redis.example"])(
    "refuses a Redis that anybody may write to (%s), in one sentence that names it",
    (REDIS_URL) =>
      expect(() => readConfig({ ...production, REDIS_URL })).toThrow(/^REDIS_URL takes a password.*\.$/),
  );

  it.each([undefined, "", "too short"])("refuses the session key %j", (SESSION_KEY) =>
    expect(() => readConfig({ ...production, SESSION_KEY })).toThrow(/^SESSION_KEY (is needed|takes).*\.$/),
  );
});

describe("development", () => {
  it("needs neither", () => expect(readConfig({ REDIS_URL: "redis://127.0.0.1:6379" })).toBeDefined());
});
