/** What there is to say of one operation of a partner, and the few ways to write its answers down. */
import { z } from "zod";

/** One answer that a partner may give, under the name by which the documentation and the inspector speak of it. */
export interface AnswerDefinition<Schema extends z.ZodType = z.ZodType> {
  /** The answer's JSON. */
  schema: Schema;
  /** As a lender's engineer may read it. */
  example: z.output<Schema>;
  /** True where the example is the whole answer: nothing in it depends on the request. */
  fixed: boolean;
  /** When it is given, where its name does not say so. */
  when?: string;
}

interface FixedAnswer<Schema extends z.ZodType = z.ZodType> extends AnswerDefinition<Schema> {
  fixed: true;
}

/**
 * One operation: everything that clients, the sandbox, its server, the inspector, the contract suite and docs/partners.md
 * know of it. Every operation is a POST.
 */
export interface OperationDefinition {
  /** Which of the lender's services does it. */
  service: "identity" | "bureau" | "payments" | "messages";
  path: `/v1/${string}`;
  /** One sentence for a lender's engineer. */
  does: string;
  /** Beyond `borrowerId` and `at`, which every request has. */
  request: RequestDefinition;
  /** By name. No two of them may be taken for one another. */
  answers: Readonly<Record<string, AnswerDefinition>>;
  /**
   * What a repeated key is answered: "same-answer" acts once and answers as it did; "fresh-answer" only reads, and
   * answers with what is true by then.
   */
  repeated: "same-answer" | "fresh-answer";
  /** Seconds after which a client gives up waiting for the answer. */
  withinSeconds: number;
}

interface RequestDefinition<Fields extends z.ZodRawShape = z.ZodRawShape> {
  /** Each described where its name does not do. */
  fields: Fields;
  example: z.output<z.ZodObject<Fields>>;
}

/** The fields of a request, and one as a lender's engineer may read it. */
export const wireFields = <Fields extends z.ZodRawShape>(
  shape: Fields,
  example: z.output<z.ZodObject<Fields>>,
): RequestDefinition<Fields> => ({ fields: shape, example });

/**
 * An answer with figures in it.
 *
 * @example
 * ```ts
 * answer(z.object({ outcome: z.literal("paid"), reference }), { outcome: "paid", reference: "P-1" });
 * ```
 */
export const answerOf = <Schema extends z.ZodType>(
  schema: Schema,
  example: z.output<Schema>,
): AnswerDefinition<Schema> & { fixed: false } => ({ schema, example, fixed: false });

/** An answer that is always the same JSON. */
export const fixedAnswer = <Schema extends z.ZodType>(
  schema: Schema,
  example: z.output<Schema>,
): FixedAnswer<Schema> => ({ schema, example, fixed: true });

interface Refusal<Reason extends string> {
  outcome: "refused";
  reason: Reason;
}

/**
 * Refusals by their reason, each with when it is given: `{"outcome":"refused","reason":"…"}`.
 *
 * @example
 * ```ts
 * answers: { paid, ...refusals({ "card-rejected": "there is no card, or its bank will not" }) }
 * ```
 */
export function refusals<const Whens extends Readonly<Record<string, string>>>(whens: Whens) {
  const defined = Object.entries(whens).map(([reason, when]) => {
    const schema = z.object({ outcome: z.literal("refused"), reason: z.literal(reason) });
    return [reason, { ...fixedAnswer(schema, { outcome: "refused", reason }), when }];
  });
  return Object.fromEntries(defined) as {
    [Reason in keyof Whens & string]: FixedAnswer<z.ZodType<Refusal<Reason>>>;
  };
}
