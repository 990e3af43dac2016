/**
 * A strict stand-in for Telegram's Bot API, on loopback: its codes and wordings, updates that come again until
 * they are confirmed, and people who write to the bot. It takes plain http for a webhook, as a local Bot API
 * server does; in all else it is as strict as Telegram or stricter.
 */
import type { BotCommand, MenuButton, Update, WebhookInfo } from "@grammyjs/types";
import { type Delay, realDelay } from "../../../bot/channels/telegram/delay.ts";
import { CallDesk } from "./call-desk.ts";
import type { Person } from "./chats.ts";
import type { BotApiFailure } from "./failures.ts";
import { type Listening, listen } from "./listen.ts";
import type { MethodName } from "./parameters.ts";
import { ChatView, TestUser } from "./people.ts";
import type { WebhookAnswer } from "./update-queue.ts";
import { createWorld, type World } from "./world.ts";

export interface BotApiOptions {
  /** How long a webhook that failed is left alone: one second, unless a test says when time passes. */
  retryDelay?: Delay;
}

export async function startBotApi({ retryDelay = realDelay }: BotApiOptions = {}): Promise<BotApi> {
  const world = createWorld(retryDelay);
  const desk = new CallDesk(world);
  return new BotApi(world, desk, await listen(desk.app));
}

export class BotApi {
  readonly #world: World;
  readonly #desk: CallDesk;
  readonly #listening: Listening;

  constructor(world: World, desk: CallDesk, listening: Listening) {
    this.#world = world;
    this.#desk = desk;
    this.#listening = listening;
  }

  get apiRoot(): string {
    return this.#listening.origin;
  }

  get token(): string {
    return this.#desk.token;
  }

  async close(): Promise<void> {
    this.#world.updates.close();
    await this.#listening.close();
  }

  /** Somebody who has not yet written to the bot. */
  user(person: Person): TestUser {
    const { id, firstName } = person;
    const record = this.#world.chats.open({ id, type: "private", first_name: firstName }, false);
    return new TestUser(this.#world, person, record);
  }

  group(id: number, title: string): ChatView {
    return new ChatView(this.#world, this.#world.chats.open({ id, type: "group", title }, true));
  }

  /** The next call of the method is refused. */
  refuseNext(method: MethodName, failure: BotApiFailure): void {
    this.#desk.refuseNext(method, failure);
  }

  /** What the method was called with, in order. */
  callsOf(method: MethodName): object[] {
    return this.#desk.calls.filter((call) => call.method === method).map(({ body }) => body);
  }

  /** Posts an update to the webhook once more. */
  deliverAgain(update: Update): void {
    void this.#world.updates.deliver(update);
  }

  /** The webhook's next answer. */
  webhookAnswer(): Promise<WebhookAnswer> {
    return this.#world.updates.nextAnswer();
  }

  /** The webhook's next answer to this update; those to others are passed over. */
  async answerTo(update: Update): Promise<WebhookAnswer> {
    for (;;) {
      const answer = await this.webhookAnswer();
      if (answer.update === update) return answer;
    }
  }

  /** Resolves once a bot that polls has confirmed every update. */
  confirmed(): Promise<void> {
    return this.#world.updates.drained();
  }

  get pendingUpdates(): readonly Update[] {
    return this.#world.updates.pending;
  }

  get webhookInfo(): WebhookInfo {
    return this.#world.updates.webhookInfo();
  }

  get unansweredPresses(): number {
    return this.#world.presses.unanswered;
  }

  /** The menu of people of this language; "" is for all others. */
  descriptionFor(languageCode: string): string | undefined {
    return this.#world.descriptions.get(languageCode);
  }

  commandsFor(languageCode: string): BotCommand[] | undefined {
    return this.#world.commands.get(languageCode);
  }

  get menuButton(): MenuButton {
    return this.#world.menuButton;
  }
}
