/**
 * The stream that says when to read the history. `EventSource` cannot carry a bearer token, and a token in
 * an address ends up in logs; so the stream is read by hand.
 */

export interface StreamListener {
  /** Connected: what was said meanwhile has to be read. */
  ready(): void;
  wake(): void;
  lost(): void;
}

/** The server beats every 20 seconds. */
const silenceMeansLostMs = 50_000;
const firstRetryMs = 500;
const longestRetryMs = 8_000;

/** Keeps a stream open until `close`, connecting again when it is lost. */
export function openStream(token: string, listener: StreamListener): { close(): void } {
  const closing = new AbortController();
  void keepOpen(token, listener, closing.signal);
  return { close: () => closing.abort() };
}

async function keepOpen(token: string, listener: StreamListener, closing: AbortSignal): Promise<void> {
  let retryMs = firstRetryMs;
  const ready = () => {
    retryMs = firstRetryMs;
    listener.ready();
  };
  while (!closing.aborted) {
    await readStream(token, { ...listener, ready }, closing).catch(() => undefined);
    if (closing.aborted) return;
    listener.lost();
    await pause(retryMs, closing);
    retryMs = Math.min(retryMs * 2, longestRetryMs);
  }
}

async function readStream(token: string, listener: StreamListener, closing: AbortSignal): Promise<void> {
  const silence = new AbortController();
  const signal = AbortSignal.any([closing, silence.signal]);
  const watch = () => setTimeout(() => silence.abort(), silenceMeansLostMs);
  let watchdog = watch();
  try {
    const response = await fetch("/api/events", { headers: { Authorization: `Bearer ${token}` }, signal });
    if (!response.ok || !response.body) return;
    for await (const name of eventNames(response.body)) {
      clearTimeout(watchdog);
      watchdog = watch();
      if (name === "ready") listener.ready();
      if (name === "wake") listener.wake();
    }
  } finally {
    clearTimeout(watchdog);
  }
}

/** Our events carry a name and nothing else. */
async function* eventNames(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line.startsWith("event: ")) yield line.slice("event: ".length);
  }
}

/** Ends early when the stream is closed or the network is said to be back. */
function pause(ms: number, closing: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer);
      removeEventListener("online", over);
      closing.removeEventListener("abort", over);
      resolve();
    };
    const timer = setTimeout(over, ms);
    addEventListener("online", over);
    closing.addEventListener("abort", over);
  });
}
