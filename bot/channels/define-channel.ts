/** What a channel is, in one place: its name, its settings, what it can do, how it is opened and how it receives. */
import type { Sql } from "postgres";
import { z } from "zod";
import type { Assistant } from "../assistant.ts";
import type { Log } from "../log/log.ts";
import type { Service } from "../service.ts";
import { type Environment, type Refuse, readVariables, type Settings } from "../settings.ts";
import type { Channel, ChannelCapabilities } from "./channel.ts";

export interface OpenDependencies {
  sql: Sql;
  log: Log;
  /**
   * What it will deliver. A reply may wait a little for a messenger that wants fewer messages; a campaign is told at
   * once, so that all of it slows down.
   */
  delivers: "replies" | "campaigns";
}

export interface ReceiveDependencies {
  assistant: Assistant;
  sql: Sql;
  log: Log;
  /** True where people and money are pretended. */
  sandbox: boolean;
  /** Told when the messenger does not accept us and never will: the process then stops. */
  onRefused(error: unknown): void;
}

/** What a channel does with its settings. */
export interface ChannelConnection {
  /** The way out, opened for replies and for campaigns apart. */
  open(deps: OpenDependencies): Channel;
  /** The way in, where the process that serves it receives people's messages. */
  receive?(deps: ReceiveDependencies): Service | Promise<Service>;
}

export interface ConfiguredChannel extends ChannelConnection {
  name: string;
}

export interface ChannelDefinition<Name extends string = string> {
  /** Lower-case words joined by "-"; stored with each conversation, so it never changes. */
  name: Name;
  capabilities: ChannelCapabilities;
  /** The environment variables that it reads. */
  variables: readonly string[];
  /** Undefined where the environment does not ask for it. Throws ConfigurationError. */
  configure(environment: Environment, settings: Settings): ConfiguredChannel | undefined;
}

export interface ChannelOptions<Name extends string, Shape extends z.ZodRawShape> {
  name: Name;
  capabilities: ChannelCapabilities;
  /** Environment variables by name. */
  variables: Shape;
  /** What must hold among them, and with the process's own settings. */
  check?(values: z.output<z.ZodObject<Shape>>, settings: Settings, refuse: Refuse): void;
  /** Undefined where the values do not ask for the channel. */
  connect(values: z.output<z.ZodObject<Shape>>, settings: Settings): ChannelConnection | undefined;
}

/**
 * A channel for the registry.
 *
 * @example
 * export const pager = defineChannel({
 *   name: "pager",
 *   capabilities,
 *   variables: { PAGER_KEY: z.string().optional() },
 *   connect: ({ PAGER_KEY: key }) => (key === undefined ? undefined : { open: () => new PagerChannel(key) }),
 * });
 */
export function defineChannel<const Name extends string, Shape extends z.ZodRawShape>({
  name,
  capabilities,
  variables,
  check,
  connect,
}: ChannelOptions<Name, Shape>): ChannelDefinition<Name> {
  return {
    ...{ name, capabilities, variables: Object.keys(variables) },
    configure(environment, settings) {
      const schema = z.object(variables).superRefine((values, ctx) => {
        check?.(values, settings, (path, message) => ctx.addIssue({ code: "custom", path: [path], message }));
      });
      const connection = connect(readVariables(schema, environment), settings);
      return connection && { name, ...connection };
    },
  };
}
