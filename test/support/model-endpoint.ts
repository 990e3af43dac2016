/** A language model's endpoint on loopback. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Asked {
  path: string;
  authorization: string | undefined;
  body: { model: string; messages: { role: string; content: string }[] };
}

export type ModelAnswer = (response: ServerResponse) => void;

const servers: Server[] = [];

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += chunk;
  return body;
}

/** An endpoint of OpenAI's form that notes what it was asked and answers as told. */
export async function modelEndpoint(answer: ModelAnswer): Promise<{ baseUrl: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const { url = "", headers } = request;
    asked.push({ path: url, authorization: headers.authorization, body: JSON.parse(await bodyOf(request)) });
    answer(response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, asked };
}

export function says(content: unknown): ModelAnswer {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  return (response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ choices: [{ message: { role: "assistant", content: text } }] }));
  };
}

export const refuses: ModelAnswer = (response) => {
  response.writeHead(500).end();
};
export const hangs: ModelAnswer = () => undefined;

export async function closeModelEndpoints(): Promise<void> {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
