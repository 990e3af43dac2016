/** The server's API, with the token that the address carried. */
import type {
  ChartView,
  LiveConversation,
  LiveView,
  MachineSummary,
  PictureView,
  SessionView,
} from "../server/protocol.ts";
import type { Cause } from "../stepping/world.ts";

const base = "/inspector/api";
const tokenKey = "jiedao-inspector-token";

/** Kept for this tab alone, and out of its address. */
function token(): string {
  const given = /^#token=([\w-]+)$/.exec(location.hash)?.[1];
  if (given) {
    sessionStorage.setItem(tokenKey, given);
    history.replaceState(null, "", location.pathname);
  }
  return sessionStorage.getItem(tokenKey) ?? "";
}
const bearer = token();

/** What the server would not do; the message is for the tester. */
export class Refused extends Error {
  override readonly name = "Refused";
}

async function call<Answer>(path: string, body?: unknown, operator = ""): Promise<Answer> {
  const response = await fetch(`${base}${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: {
      authorization: `Bearer ${bearer}`,
      "content-type": "application/json",
      ...(operator !== "" && { "x-operator": operator }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer = (await response.json().catch(() => ({ message: response.statusText }))) as unknown;
  if (!response.ok) throw new Refused((answer as { message?: string }).message ?? response.statusText);
  return answer as Answer;
}

export const listMachines = () => call<MachineSummary[]>("/machines");
export const loadChart = (machine: string, detail: string) =>
  call<ChartView>(`/machines/${machine}/chart?detail=${detail}`);
export const loadPicture = (machine: string, detail: string) =>
  call<PictureView>(`/machines/${machine}/picture?detail=${detail}`);
export const openSession = (machine: string, start: unknown) =>
  call<SessionView>("/sessions", { machine, start });
export const loadSession = (file: unknown) => call<SessionView>("/sessions/file", file);
export const saveSession = (id: string) => call<unknown>(`/sessions/${id}/file`);
export const sendStep = (id: string, step: { from: number; cause: Cause; follow: boolean }) =>
  call<SessionView>(`/sessions/${id}/steps`, step);
export const jumpTo = (id: string, step: number) => call<SessionView>(`/sessions/${id}/steps/${step}`);
export const loadSequence = (id: string, step: number) =>
  call<PictureView>(`/sessions/${id}/steps/${step}/sequence`);
export const writeTranscript = (id: string, step: number, title: string) =>
  call<{ text: string }>(`/sessions/${id}/steps/${step}/transcript?title=${encodeURIComponent(title)}`);

export const listLive = (operator: string) => call<LiveConversation[]>("/live", undefined, operator);
export const lookLive = (id: string, operator: string) => call<LiveView>(`/live/${id}`, undefined, operator);
export const actLive = (
  id: string,
  did: { kind: "text"; text: string } | { kind: "button"; buttonId: string } | { kind: "clock"; to: string },
  operator: string,
) => call<LiveView>(`/live/${id}`, did, operator);

export const loadDefinition = (machine: string) => call<unknown>(`/machines/${machine}/definition`);
