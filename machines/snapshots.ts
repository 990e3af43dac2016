/**
 * Stored snapshots. XState's own carry neither version nor machine: ours travel in an envelope, are validated
 * when read, and brought up to date version by version.
 */
import { z } from "zod";
import type { JourneyState } from "./journey.ts";
import { journey } from "./journey.ts";
import { journeyContextSchema, noArrangements } from "./journey-context.ts";

const currentVersion = 6;

/** One step per version: takes the body of version n, gives that of n + 1. */
const migrations: Record<number, (body: unknown) => unknown> = {
  1: withRailFees,
  2: withArrangements,
  3: withoutUnrecordedFace,
  4: withRequests,
  5: withBorrowerId,
};

/** Version 1 offered free rails only, and left their fee out of an offer. */
function withRailFees(body: unknown): unknown {
  const { value, context } = migratedBody.parse(body);
  const { repayment } = context;
  const fee = repayment?.["rail"] === undefined ? {} : { maximumFee: "0.00" };
  return { value, context: { ...context, repayment: repayment && { ...repayment, ...fee } } };
}

/** Version 2 knew of reminders only how many days before: nothing else had been arranged. */
function withArrangements(body: unknown): unknown {
  const { value, context } = migratedBody.parse(body);
  return { value, context: { ...context, arrangements: noArrangements } };
}

/** Version 3 kept no record of a matched face: whoever was about to sign by one shows it again. */
function withoutUnrecordedFace(body: unknown): unknown {
  const { value, context } = migratedBody.parse(body);
  const aboutToSign = JSON.stringify(value) === JSON.stringify({ confirming: "signing" });
  return { value: aboutToSign ? { confirming: "reviewingContract" } : value, context };
}

/** Version 4 pointed whoever wanted a person elsewhere, by an event of its own; what it told last is let go. */
function withRequests(body: unknown): unknown {
  const { value, context } = migratedBody.parse(body);
  const { arrangements, notices } = z
    .looseObject({ arrangements: z.looseObject({}), notices: z.array(z.looseObject({ kind: z.string() })) })
    .parse(context);
  const kept = notices
    .filter(({ kind }) => kind !== "human")
    .map((notice) =>
      notice.kind === "person-asked" ? { ...notice, reason: "contact", again: false } : notice,
    );
  return { value, context: { ...context, arrangements: { ...arrangements, requests: [] }, notices: kept } };
}

/** Version 5 called the borrower an applicant. */
function withBorrowerId(body: unknown): unknown {
  const { value, context } = migratedBody.parse(body);
  const { applicantId: borrowerId, ...others } = context;
  return { value, context: { ...others, borrowerId } };
}

const stateValueSchema: z.ZodType<JourneyState["value"]> = z.lazy(() =>
  z.union([z.string(), z.record(z.string(), stateValueSchema)]),
);

const migratedBody = z.object({
  value: z.unknown(),
  context: z.looseObject({ repayment: z.looseObject({}).nullable() }),
});

const envelopeSchema = z.object({
  machine: z.literal(journey.id),
  version: z.number().int().min(1).max(currentVersion),
  savedAt: z.string(),
  body: z.unknown(),
});
const bodySchema = z.object({ value: stateValueSchema, context: journeyContextSchema });

export type SnapshotEnvelope = z.infer<typeof envelopeSchema>;

export const packSnapshot = ({ value, context }: JourneyState, savedAt: string): SnapshotEnvelope => ({
  machine: "journey",
  version: currentVersion,
  savedAt,
  body: { value, context },
});

/** Of a later version than this release knows: a newer release's to open, and never to be overwritten here. */
export class NewerSnapshot extends Error {
  override readonly name = "NewerSnapshot";
}

const newerSchema = z.looseObject({
  machine: z.literal(journey.id),
  version: z
    .number()
    .int()
    .min(currentVersion + 1),
});

type Node = Pick<typeof journey.root, "states">;

/** A whole place, to its innermost state: of a part, or of a name that every object has, a beginning would be made. */
function isPlace(value: JourneyState["value"], { states }: Node): boolean {
  const [entry, ...others] = typeof value === "string" ? [[value] as const] : Object.entries(value);
  if (entry === undefined || others.length > 0 || !Object.hasOwn(states, entry[0])) return false;
  const [name, inner] = entry;
  const node = (states as Record<string, Node>)[name] as Node;
  return inner === undefined ? Object.keys(node.states).length === 0 : isPlace(inner, node);
}

/**
 * Throws `NewerSnapshot` when the envelope is of a later version, and any other error when it is another machine's or
 * names a state that is no more.
 */
export function openSnapshot(stored: unknown): JourneyState {
  if (newerSchema.safeParse(stored).success) throw new NewerSnapshot("the snapshot is a newer release's");
  const envelope = envelopeSchema.parse(stored);
  let body = envelope.body;
  for (let version = envelope.version; version < currentVersion; version += 1) {
    const migrate = migrations[version];
    if (!migrate) throw new Error(`no migration from journey snapshot version ${version}`);
    body = migrate(body);
  }
  const state = bodySchema.parse(body);
  if (!isPlace(state.value, journey.root)) throw new Error("the snapshot names a state that is no more");
  journey.resolveState(state);
  return state;
}
