/** The inspector's page: opens a session of the first machine and shows it. */
import { byId, element } from "../../bot/channels/web/page/dom.ts";
import type { MachineSummary, SessionView } from "../server/protocol.ts";
import { writeSession } from "../session/write-session.ts";
import { placeInAddress, standAt } from "./address.ts";
import { jumpTo, listMachines, loadChart, loadSession, openSession, Refused, takeToken } from "./api.ts";
import { isOpen, onShow, open, redraw, theDesk, trying } from "./desk.ts";
import { download, openExportMenu } from "./menus/export-menu.ts";
import { listKept } from "./menus/kept-sessions.ts";
import { openNewSession } from "./menus/new-session.ts";
import { openSessionsMenu } from "./menus/sessions-menu.ts";
import { openActPanel } from "./panels/act-panel.ts";
import { openEventsPanel } from "./panels/events-panel.ts";
import { openHistoryPanel } from "./panels/history-panel.ts";
import { openPicturePanel } from "./panels/picture-panel.ts";
import { openStepPanel } from "./panels/step-panel.ts";
import { openStately } from "./stately.ts";
import { sayTexts, switchLanguage, type TextKey, t } from "./texts.ts";

const views = {
  act: "viewAct",
  picture: "viewPicture",
  step: "viewStep",
  history: "viewHistory",
} as const satisfies Record<string, TextKey>;

async function start(): Promise<void> {
  sayTexts();
  openActPanel();
  openEventsPanel();
  openPicturePanel();
  openStepPanel();
  openHistoryPanel();
  openExportMenu();
  openTools();
  openViews();
  openStately();
  openSessionsMenu();
  addEventListener("hashchange", followAddress);
  takeToken();
  await trying(load);
}

/** A token that was pasted, or another place. */
function followAddress(): void {
  if (takeToken()) {
    if (!isOpen()) return void trying(load);
    const { session } = theDesk();
    standAt({ session: session.id, step: session.current.id });
    byId("trouble").textContent = "";
    return;
  }
  const place = placeInAddress();
  if (!place || !isOpen()) return;
  const { session, machines } = theDesk();
  if (place.session === session.id && place.step === session.current.id) return;
  void trying(async () => await openWith(machines, await jumpTo(place.session, place.step)));
}

async function load(): Promise<void> {
  const machines = await listMachines();
  byId("machine").append(...machines.map(({ id }) => element("option", { value: id }, id)));
  const [first] = machines;
  if (!first) return;
  const begin = async (machine: string, options: unknown): Promise<void> =>
    await openWith(machines, await openSession(machine, options));
  const place = placeInAddress();
  const before = place && (await jumpTo(place.session, place.step).catch(() => undefined));
  /** To the session of that machine which was changed last. */
  const goTo = async (machine: string): Promise<void> => {
    const kept = listKept().find((one) => one.machine === machine);
    await (kept ? openWith(machines, await jumpTo(kept.id, kept.current)) : begin(machine, {}));
  };
  await (before ? openWith(machines, before) : begin(first.id, {}));
  byId("machine").addEventListener("change", ({ target }) => {
    if (target instanceof HTMLSelectElement) void trying(() => goTo(target.value));
  });
  openNewSession((options) => begin(theDesk().machine.id, options));
}

/** Shows a session with its machine and its chart. */
async function openWith(machines: MachineSummary[], session: SessionView): Promise<void> {
  const machine = machines.find(({ id }) => id === session.machine);
  if (!machine) return;
  const detail = byId("full", HTMLInputElement).checked ? "full" : "names";
  const chart = await loadChart(machine.id, detail);
  byId("machine", HTMLSelectElement).value = machine.id;
  open({ machines, machine, chart, session, detail });
}

function openTools(): void {
  const file = byId("file", HTMLInputElement);
  byId("save").addEventListener("click", () =>
    trying(async () => {
      const { session } = theDesk();
      const content = JSON.stringify(writeSession(session), null, 1);
      download(new Blob([`${content}\n`], { type: "application/json" }), `${session.machine}-session.json`);
    }),
  );
  byId("load").addEventListener("click", () => file.click());
  file.addEventListener("change", () => trying(() => openFile(file)));
  byId("language").addEventListener("click", () => {
    switchLanguage();
    redraw();
  });
}

async function openFile(input: HTMLInputElement): Promise<void> {
  const [chosen] = input.files ?? [];
  if (!chosen) return;
  const stored = await chosen.text();
  input.value = "";
  await openWith(theDesk().machines, await loadSession(parsed(stored)));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refused({ message: t("noSession") });
  }
}

/** On a narrow screen one section at a time. */
function openViews(): void {
  const grid = byId("grid");
  onShow(() => {
    const buttons = Object.entries(views).map(([name, text]) => {
      const here = grid.dataset["view"] === name;
      const button = element(
        "button",
        { type: "button", "data-key": `view ${name}`, "aria-pressed": here ? "true" : "false" },
        t(text),
      );
      button.addEventListener("click", () => {
        grid.dataset["view"] = name;
        redraw();
      });
      return button;
    });
    byId("views").replaceChildren(...buttons);
  });
}

await start();
