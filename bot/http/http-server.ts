/** A server that does not wait long for what a client begins to send. */
import { createServer, type RequestListener, type Server } from "node:http";

/** More than the slowest phone takes for the few kilobytes that a message has. */
const usualSeconds = 10;

/** A request, head and body, that is not complete within `requestSeconds` is answered by 408 and its connection closed. */
export function httpServer(listener: RequestListener, requestSeconds = usualSeconds): Server {
  const requestTimeout = requestSeconds * 1000;
  const limits = { requestTimeout, headersTimeout: requestTimeout };
  return createServer(
    { ...limits, connectionsCheckingInterval: Math.min(1000, requestTimeout / 2) },
    listener,
  );
}
