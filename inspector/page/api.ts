/** The server's API, with the token that the address carried. */
import type { LiveDeed } from "../live/act-live.ts";
import type {
  ChartView,
  LiveConversation,
  LiveView,
  MachineSummary,
  PictureView,
  SessionView,
} from "../server/protocol.ts";
import type { Both, Issue } from "../stepping/refusals.ts";
import type { Cause } from "../stepping/world.ts";
import { findKept } from "./menus/kept-sessions.ts";
import { inLanguage } from "./texts.ts";

const base = "/inspector/api";
const tokenKey = "jiedao-inspector-token";

/** From the address, also one pasted later; kept for this tab alone, and out of its address. True: there was one. */
export function takeToken(): boolean {
  const given = /^#token=([\w-]+)$/.exec(location.hash)?.[1];
  if (given === undefined) return false;
  sessionStorage.setItem(tokenKey, given);
  history.replaceState(null, "", location.pathname);
  return true;
}

interface Answered {
  message?: string;
  says?: Both;
  issues?: readonly Issue[];
}

/** What the server would not do, said to the tester. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly issues: readonly Issue[];
  /** The server has lost the session. */
  readonly gone: boolean;
  constructor({ message = "", says, issues = [] }: Answered, gone = false) {
    super(says ? inLanguage(says) : message);
    this.issues = issues;
    this.gone = gone;
  }
}

async function call<Answer>(path: string, body?: unknown, operator = ""): Promise<Answer> {
  const response = await fetch(`${base}${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: {
      authorization: `Bearer ${sessionStorage.getItem(tokenKey) ?? ""}`,
      "content-type": "application/json",
      ...(operator !== "" && { "x-operator": operator }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer = (await response.json().catch(() => ({ message: response.statusText }))) as unknown;
  if (!response.ok)
    throw new Refused({ message: response.statusText, ...(answer as Answered) }, response.status === 410);
  return answer as Answer;
}

/** A session that the server has lost is brought to it again from the page's copy. */
async function callOn<Answer>(id: string, path: string, body?: unknown): Promise<Answer> {
  const again = () => call<Answer>(`/sessions/${id}${path}`, body);
  try {
    return await again();
  } catch (error) {
    const kept = error instanceof Refused && error.gone ? findKept(id) : undefined;
    if (!kept) throw error;
    await call(`/sessions/${id}/file`, kept.file);
    return await again();
  }
}

export const listMachines = () => call<MachineSummary[]>("/machines");
export const loadChart = (machine: string, detail: string) =>
  call<ChartView>(`/machines/${machine}/chart?detail=${detail}`);
export const loadPicture = (machine: string, detail: string) =>
  call<PictureView>(`/machines/${machine}/picture?detail=${detail}`);
export const openSession = (machine: string, start: unknown) =>
  call<SessionView>("/sessions", { machine, start });
export const loadSession = (file: unknown) => call<SessionView>("/sessions/file", file);
export const sendStep = (id: string, step: { from: number; cause: Cause; follow: boolean }) =>
  callOn<SessionView>(id, "/steps", step);
export const jumpTo = (id: string, step: number) => callOn<SessionView>(id, `/steps/${step}`);
export const loadSequence = (id: string, step: number) => callOn<PictureView>(id, `/steps/${step}/sequence`);
export const fetchTranscript = (id: string, step: number, title: string) =>
  callOn<{ text: string }>(id, `/steps/${step}/transcript?title=${encodeURIComponent(title)}`);

export const listLive = (operator: string) => call<LiveConversation[]>("/live", undefined, operator);
export const lookLive = (id: string, operator: string) => call<LiveView>(`/live/${id}`, undefined, operator);
export const findLive = (address: { channel: string; chatId: string }, operator: string) =>
  call<LiveView>("/live/find", address, operator);
export const postCopy = (id: string, operator: string) =>
  call<unknown>(`/live/${id}/copy`, undefined, operator);
export const postDeed = (id: string, deed: LiveDeed, operator: string) =>
  call<LiveView>(`/live/${id}`, deed, operator);
export type { LiveDeed };

export const loadDefinition = (machine: string) => call<unknown>(`/machines/${machine}/definition`);
