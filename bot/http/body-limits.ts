/** How much a request may carry. What is more is not read. */
import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { refuse } from "./refusals.ts";

const kibibyte = 1024;

/** Room for a whole session of the inspector's, and for any update of a messenger's. */
const largestRequest = 2 * kibibyte * kibibyte;
/** Room for the longest text in JSON's worst escaping. */
const largestMessage = 32 * kibibyte;

const limitedTo = (maxSize: number): MiddlewareHandler => bodyLimit({ maxSize, onError: refuseBody });
export const requestLimit = limitedTo(largestRequest);
export const messageLimit = limitedTo(largestMessage);

/** The rest of the body is not read: the connection cannot be used again. */
function refuseBody(c: Context): Response {
  c.header("Connection", "close");
  return refuse(c, "too-long");
}
