/** What a message can be, beside its words. */
import { z } from "zod";

/** A loan whose cost is asked for before it is quoted, as far as it is named. */
export const exampleSchema = z.object({ amount: z.string().optional(), installments: z.number().optional() });
export type LoanExample = z.infer<typeof exampleSchema>;

/** Said where nothing is asked; "upset" is rude, "lost" did not follow. */
export const courtesies = ["thanks", "farewell", "yes", "upset", "lost", "anxious"] as const;

/** What was sent in place of words of one's own; "forwarded" is whatever another has written or sent. */
export const wordlessKinds = ["forwarded", "voice", "sticker", "picture", "video", "file", "other"] as const;
export type WordlessKind = (typeof wordlessKinds)[number];

/** Events that a message may have meant besides: each becomes a button, where it is checked as an event. */
export const alternativesSchema = z.array(z.looseObject({ type: z.string() }));

/** What should not have been typed, and was taken out before anything was made of it. */
export const secretKinds = [
  "id-number",
  "card-number",
  "phone",
  "code",
  "password",
  "email",
  "account-name",
  "document",
] as const;
export type SecretKind = (typeof secretKinds)[number];
