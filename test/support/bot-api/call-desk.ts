/** Where calls arrive: the token and the method's name are checked, refusals asked for are given. */
import type { ApiResponse } from "@grammyjs/types";
import { Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { BotApiFailure, notFound, unauthorized } from "./failures.ts";
import { callMethod } from "./methods.ts";
import { isMethodName, type MethodName } from "./parameters.ts";
import { readBody } from "./read-body.ts";
import type { World } from "./world.ts";

export class CallDesk {
  readonly token = "4242:a-token-of-the-stand-in-for-telegram";
  /** Every call that was made, in order. */
  readonly calls: { method: string; body: object }[] = [];
  readonly app = new Hono();
  readonly #world: World;
  readonly #refusals: { method: MethodName; failure: BotApiFailure }[] = [];

  constructor(world: World) {
    this.#world = world;
    this.app.post("/:bot/:method", async (c) => {
      const answer = await this.#answer(c.req.param("bot"), c.req.param("method"), await readBody(c.req.raw));
      return c.json(answer, answer.ok ? 200 : (answer.error_code as ContentfulStatusCode));
    });
    this.app.notFound((c) => c.json(notFound().answer, 404));
  }

  refuseNext(method: MethodName, failure: BotApiFailure): void {
    this.#refusals.push({ method, failure });
  }

  async #answer(bot: string, method: string, body: object): Promise<ApiResponse<unknown>> {
    this.calls.push({ method, body });
    try {
      if (!/^bot\d+:[\w-]+$/.test(bot) || !isMethodName(method)) throw notFound();
      if (bot !== `bot${this.token}`) throw unauthorized();
      this.#refuse(method);
      return { ok: true, result: await callMethod(this.#world, method, body) };
    } catch (error) {
      if (error instanceof BotApiFailure) return error.answer;
      throw error;
    }
  }

  #refuse(method: MethodName): void {
    const index = this.#refusals.findIndex((refusal) => refusal.method === method);
    const [refusal] = index < 0 ? [] : this.#refusals.splice(index, 1);
    if (refusal) throw refusal.failure;
  }
}
