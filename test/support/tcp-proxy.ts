/** Stands between a client and a server, so that a test can watch, hold back or cut what passes. */
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export interface TcpProxy {
  port: number;
  /** Ends every connection and takes no new ones. */
  cut(): void;
  /** Takes connections again. */
  mend(): Promise<void>;
  /** Nothing passes any more, either way, and no connection ends. */
  freeze(): void;
  /** New connections go to another port, as those to a name do once it leads elsewhere; the old ones stay. */
  leadTo(port: number): void;
}

export interface TcpProxyOptions {
  host: string;
  port: number;
  /** Sees what the client sends; answers pass once it gives true. */
  mayAnswer?: (sent: Buffer) => boolean;
}

export async function tcpProxy({ host, port, mayAnswer = () => true }: TcpProxyOptions): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let frozen = false;
  let leadsTo = port;
  const server = createServer((client) => {
    const upstream = connect(leadsTo, host);
    const held: Buffer[] = [];
    let open = true;
    const flush = () => {
      if (open) for (const chunk of held.splice(0)) client.write(chunk);
    };
    client.on("data", (chunk) => {
      if (frozen) return;
      open = mayAnswer(chunk);
      upstream.write(chunk);
      flush();
    });
    upstream.on("data", (chunk) => {
      if (frozen) return;
      held.push(chunk);
      flush();
    });
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one);
      one.on("error", () => {});
      one.on("close", () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  const listen = (at: number) => new Promise<void>((resolve) => server.listen(at, "127.0.0.1", resolve));
  await listen(0);
  const own = (server.address() as AddressInfo).port;
  const cut = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: own,
    cut,
    mend: () => listen(own),
    freeze: () => {
      frozen = true;
    },
    leadTo: (other) => {
      leadsTo = other;
    },
  };
}
