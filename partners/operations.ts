/**
 * The operations of the lender's services, each defined once. Derived from this table are the ports (ports.ts), the HTTP
 * client, the sandbox and its server, the inspector's lists of answers, the contract suite, and docs/partners.md, which
 * `npm run partners:document` writes. One more operation is one more entry here and its behaviour in
 * sandbox/behaviours.ts.
 */
import { z } from "zod";
import {
  borrowerFacts,
  collectionAnswers,
  countSchema,
  exampleFacts,
  moneySchema,
  reference,
} from "./answer-schemas.ts";
import {
  answerOf,
  fixedAnswer,
  type OperationDefinition,
  refusals,
  wireFields,
} from "./operation-definition.ts";

const id = z.string().min(1);
const bankCard = z.object({ bank: z.string().min(1), tail: z.string().regex(/^\d{4}$/) });

export const operations = {
  /** Real-name verification. */
  verifyName: {
    service: "identity",
    path: "/v1/identity/name-checks",
    does: "Verifies the borrower's real name; what comes back of it is masked.",
    request: wireFields({}, {}),
    answers: {
      verified: answerOf(
        z.object({ outcome: z.literal("verified"), maskedName: z.string().min(1), age: countSchema }),
        {
          outcome: "verified",
          maskedName: "李*",
          age: 32,
        },
      ),
      ...refusals({
        "no-match": "name and document do not belong together",
        "document-expired": "the document is no longer valid",
      }),
    },
    repeated: "same-answer",
    withinSeconds: 5,
  },
  /** Face check before a signature. */
  verifyFace: {
    service: "identity",
    path: "/v1/identity/face-checks",
    does: "Compares the borrower's face before a signature.",
    request: wireFields({}, {}),
    answers: {
      matched: fixedAnswer(z.object({ outcome: z.literal("matched") }), { outcome: "matched" }),
      refused: fixedAnswer(z.object({ outcome: z.literal("refused") }), { outcome: "refused" }),
    },
    repeated: "same-answer",
    withinSeconds: 5,
  },
  /** Asked only after the borrower has authorised it. */
  reportCredit: {
    service: "bureau",
    path: "/v1/credit-reports",
    does: "Reports what is known of the borrower; asked only after the borrower has authorised it.",
    request: wireFields({}, {}),
    answers: { reported: answerOf(borrowerFacts, exampleFacts) },
    repeated: "same-answer",
    withinSeconds: 5,
  },
  /** The borrower's bound bank card: its bank and its last four digits. */
  findCard: {
    service: "payments",
    path: "/v1/bound-cards",
    does: "Finds the bank card that the borrower has bound.",
    request: wireFields({}, {}),
    answers: {
      found: answerOf(z.object({ card: bankCard }), { card: { bank: "招商银行", tail: "6021" } }),
      missing: fixedAnswer(z.object({ card: z.null() }), { card: null }),
    },
    repeated: "fresh-answer",
    withinSeconds: 5,
  },
  /**
   * Pays out, to the payee or else to the bound card, before the instant `notAfter` or not at all: interest counts from
   * the day before it.
   */
  payOut: {
    service: "payments",
    path: "/v1/payouts",
    does: "Pays a signed loan out, to the merchant of a purchase or else to the bound card.",
    request: wireFields(
      {
        loanId: id,
        amount: moneySchema,
        notAfter: z.iso.datetime().describe("an instant in UTC: from then on nothing may be paid"),
        payee: z
          .object({ merchantId: id, orderNumber: id })
          .optional()
          .describe("the merchant whose cart the loan pays for; absent, the money goes to the bound card"),
      },
      { loanId: "L-1", amount: "20000.00", notAfter: "2026-11-10T16:00:00Z" },
    ),
    answers: {
      paid: answerOf(z.object({ outcome: z.literal("paid"), reference }), {
        outcome: "paid",
        reference: "P-20261110-0001",
      }),
      ...refusals({
        "card-rejected": "there is no card, or its bank will not",
        "too-late": "`notAfter` has passed: nothing was paid, and nothing will be",
      }),
    },
    repeated: "same-answer",
    withinSeconds: 5,
  },
  /** Takes the amount and the rail's fee, which is never more than the borrower agreed to. */
  collect: {
    service: "payments",
    path: "/v1/collections",
    does: "Takes a repayment, and the rail's fee on top.",
    request: wireFields(
      {
        loanId: id,
        repaymentId: id,
        amount: moneySchema,
        rail: z.enum(["balance", "bank-card", "credit-card"]).describe("where the money is taken from"),
        maximumFee: moneySchema.describe("the most that may be taken on top: the borrower agreed to it"),
      },
      { loanId: "L-1", repaymentId: "R-1", amount: "2145.00", rail: "bank-card", maximumFee: "0.00" },
    ),
    answers: collectionAnswers,
    repeated: "same-answer",
    withinSeconds: 5,
  },
  /** What became of a collection that was on its way. */
  checkCollection: {
    service: "payments",
    path: "/v1/collections/status",
    does: "Says what became of a collection that was on its way.",
    request: wireFields(
      { reference: reference.describe("as the collection was answered") },
      { reference: "C-20261110-0001" },
    ),
    answers: collectionAnswers,
    repeated: "fresh-answer",
    withinSeconds: 5,
  },
  /** To the borrower's own number, which only the partner knows: there is no way to write to anybody else. */
  sendSms: {
    service: "messages",
    path: "/v1/text-messages",
    does: "Sends a text message to the borrower's own number, which Jiedao does not know.",
    request: wireFields(
      { text: z.string().min(1).max(500).describe("up to 500 characters") },
      { text: "您的借款今天到期。" },
    ),
    answers: {
      accepted: answerOf(z.object({ outcome: z.literal("accepted"), reference }), {
        outcome: "accepted",
        reference: "M-20261110-0001",
      }),
      ...refusals({
        "no-number": "no number of the borrower's is known",
        "opted-out": "the borrower may not be written to there",
      }),
    },
    repeated: "same-answer",
    withinSeconds: 5,
  },
} as const satisfies Readonly<Record<string, OperationDefinition>>;

type Operations = typeof operations;
export type OperationName = keyof Operations;
export const operationNames = Object.keys(operations) as OperationName[];

/** The names of an operation's answers. */
export type AnswerName<Name extends OperationName> = keyof Operations[Name]["answers"] & string;

/** One answer of an operation, by its name. */
export type NamedAnswer<
  Name extends OperationName,
  Answer extends keyof Operations[Name]["answers"],
> = Operations[Name]["answers"][Answer] extends { schema: z.ZodType<infer Given> } ? Given : never;

/** Whatever an operation may answer. */
export type OperationAnswer<Name extends OperationName> = {
  [Answer in keyof Operations[Name]["answers"]]: NamedAnswer<Name, Answer>;
}[keyof Operations[Name]["answers"]];

/** In every request: whose it is (an id of ours), and the borrower's time. */
const everyRequest = { borrowerId: id, at: z.iso.datetime({ offset: true }) };

/** A request as it is sent, without its key. */
export type OperationRequest<Name extends OperationName> = Operations[Name] extends {
  request: { fields: infer Fields extends z.ZodRawShape };
}
  ? z.infer<z.ZodObject<typeof everyRequest & Fields>>
  : never;

/** The request as it must be. */
export const operationRequestSchema = (name: OperationName) =>
  z.object({ ...everyRequest, ...operations[name].request.fields });

/** An operation's answers as JSON: any of them. */
export function answerSchema(name: OperationName): z.ZodType {
  return z.union(Object.values<{ schema: z.ZodType }>(operations[name].answers).map(({ schema }) => schema));
}

/** Which of its answers an operation was given; undefined for none of them. */
export function nameOfAnswer(name: OperationName, given: unknown): string | undefined {
  const answers = Object.entries<{ schema: z.ZodType }>(operations[name].answers);
  return answers.find(([, { schema }]) => schema.safeParse(given).success)?.[0];
}
