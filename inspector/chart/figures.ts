/**
 * A machine cut into figures that fit a page: one a stage, and a map of how the stages follow each other. A way out of
 * a stage ends in a small box that names where it leads; what a parent answers wherever one is in it stands below its
 * name instead of being an arrow.
 */
import { type Chart, type ChartState, type ChartTransition, statesWithin } from "./read-chart.ts";

export interface ChartLine {
  text: string;
  /** The ids of the transitions of which it tells. */
  transitions: string[];
}

export interface FigureNode {
  id: string;
  /** An exit stands for a state of another figure; a start for the way into a parent. */
  kind: "state" | "transient" | "parent" | "exit" | "start";
  /** The state that an exit leads to, or that a box of the map stands for. */
  stands?: string;
  name: string;
  /** Shown by whoever draws it as its tooltip. */
  description?: string;
  lines: ChartLine[];
  children: FigureNode[];
}

export interface ChartWay {
  id: string;
  from: string;
  to: string;
  lines: ChartLine[];
  transitions: string[];
}

export interface Figure {
  id: string;
  title: string;
  /** What is answered wherever in it one is. */
  lines: ChartLine[];
  nodes: FigureNode[];
  ways: ChartWay[];
}

/**
 * "names": events alone, for a picture to read at a glance; the step back and what changes no state are left out.
 * "full": every transition with its guard and its actions.
 */
export type Detail = "names" | "full";

export function figuresOf(chart: Chart, detail: Detail): Figure[] {
  const nested = chart.root.states.some(({ states }) => states.length > 0);
  const parts = nested ? chart.root.states : [chart.root];
  return parts.map((part) => figureOf(chart, part, detail));
}

/** How the stages follow each other; the ways back to the one called \`home\` are left out. */
export function mapOf({ root, transitions }: Chart, home?: string): Figure {
  const stageOf = (id: string) =>
    root.states.find((state) => statesWithin(state).some((one) => one.id === id));
  const ways = new Map<string, ChartWay>();
  for (const { id, from, to } of transitions) {
    const [source, target] = [stageOf(from), stageOf(to ?? "")];
    if (!source || !target || source === target || target.name === home) continue;
    const key = `${source.id}→${target.id}`;
    const way = ways.get(key) ?? { id: key, from: source.id, to: target.id, lines: [], transitions: [] };
    way.transitions.push(id);
    ways.set(key, way);
  }
  const nodes = root.states.map((state) => ({
    ...emptyNode(state.id, state.name),
    ...described(state),
    kind: "state" as const,
  }));
  return { id: `${root.id} map`, title: root.name, lines: [], nodes, ways: [...ways.values()] };
}

/** What the machine answers in every state. */
export const linesFromAnywhere = (chart: Chart): ChartLine[] => ownLines(chart, chart.root, "full", "");

/** The same in few words: what leads elsewhere, then what is answered in place. */
export function wordsFromAnywhere(chart: Chart): ChartLine[] {
  const stays = chart.transitions.filter(
    ({ from, to, event }) => from === chart.root.id && to === undefined && event !== "*",
  );
  const events = [...new Set(stays.map(({ event }) => event))];
  return [
    ...ownLines(chart, chart.root, "names", ""),
    ...wrap(`answered in place: ${events.join(", ")}`, 46).map((text) => ({ text, transitions: [] })),
  ];
}

function wrap(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function figureOf(chart: Chart, part: ChartState, detail: Detail): Figure {
  const inside = part.states.length > 0 ? part.states : [part];
  const known = new Set(inside.flatMap(statesWithin).map(({ id }) => id));
  const parents = inside.flatMap(statesWithin).filter(({ states }) => states.length > 0);
  const ways = waysAmong(chart, known, detail);
  const prefix = `${chart.root.id}.`;
  const exits = [...new Set(ways.map(({ to }) => to))].filter((to) => to.startsWith(exitMark(part)));
  return {
    id: part.id,
    title: part.name,
    lines: part.states.length > 0 && part !== chart.root ? ownLines(chart, part, detail, part.id) : [],
    nodes: [
      ...(part.initial ? [startOf(part)] : []),
      ...inside.map((state) => nodeOf(chart, state, detail)),
      ...exits.map((id) => ({
        ...emptyNode(id, id.slice(exitMark(part).length + prefix.length)),
        kind: "exit" as const,
        stands: id.slice(exitMark(part).length),
      })),
    ],
    ways: [...startsIn([part, ...parents]), ...ways],
  };

  function waysAmong({ transitions }: Chart, among: ReadonlySet<string>, level: Detail): ChartWay[] {
    const leaves = transitions.filter(({ from, to }) => among.has(from) && to !== undefined && to !== from);
    const shown = leaves.filter(
      ({ from, event }) => !isParent(from) && (level === "full" || event !== "back"),
    );
    return joinWays(shown, (to) => (among.has(to) ? to : `${exitMark(part)}${to}`), level);
  }
  function isParent(id: string): boolean {
    return parents.some((state) => state.id === id);
  }
}

const described = ({ description }: ChartState): Pick<FigureNode, "description"> =>
  description === undefined ? {} : { description };

const exitMark = ({ id }: ChartState): string => `${id} out to `;
const emptyNode = (id: string, name: string) => ({ id, name, lines: [], children: [] });

const startOf = ({ id }: ChartState): FigureNode => ({ ...emptyNode(`${id} start`, ""), kind: "start" });

const startsIn = (states: readonly ChartState[]): ChartWay[] =>
  states.flatMap(({ id, initial }) =>
    initial
      ? [{ id: `${id} start→${initial}`, from: `${id} start`, to: initial, lines: [], transitions: [] }]
      : [],
  );

function nodeOf(chart: Chart, state: ChartState, detail: Detail): FigureNode {
  const { id, name, states, transient } = state;
  if (states.length === 0) {
    const stays = detail === "full" ? [...effectLines(state), ...stayingLines(chart, state)] : [];
    const kind = transient ? "transient" : "state";
    return { ...emptyNode(id, name), ...described(state), kind, lines: stays };
  }
  const children = [startOf(state), ...states.map((child) => nodeOf(chart, child, detail))];
  return {
    ...{ id, name, kind: "parent", ...described(state) },
    lines: ownLines(chart, state, detail, id),
    children,
  };
}

const effectLines = ({ entry, exit }: ChartState): ChartLine[] => [
  ...(entry.length > 0 ? [{ text: `on entry / ${entry.join(", ")}`, transitions: [] }] : []),
  ...(exit.length > 0 ? [{ text: `on exit / ${exit.join(", ")}`, transitions: [] }] : []),
];

/** A parent's own transitions, those that answer alike in one line. */
function ownLines(chart: Chart, state: ChartState, detail: Detail, inside: string): ChartLine[] {
  const own = chart.transitions.filter(({ from }) => from === state.id);
  if (detail === "full") return [...effectLines(state), ...joinAlike(own, inside, chart.root.id)];
  const leading = own.filter(({ event, to }) => event !== "back" && to !== undefined);
  return joinAlike(
    leading.map(({ guard: _, ...rest }) => ({ ...rest, actions: [] })),
    inside,
    chart.root.id,
  );
}

const stayingLines = (chart: Chart, { id }: ChartState): ChartLine[] =>
  joinAlike(
    chart.transitions.filter(({ from, to }) => from === id && (to === undefined || to === id)),
    id,
    chart.root.id,
  );

function joinAlike(transitions: readonly ChartTransition[], inside: string, root: string): ChartLine[] {
  const joined = new Map<string, { events: Set<string>; transitions: string[] }>();
  for (const transition of transitions) {
    const tail = tailOf(transition, inside, root);
    const line = joined.get(tail) ?? { events: new Set(), transitions: [] };
    line.events.add(transition.event);
    line.transitions.push(transition.id);
    joined.set(tail, line);
  }
  return [...joined].map(([tail, { events, transitions: ids }]) => ({
    text: [[...events].join(", "), tail].filter(Boolean).join(" "),
    transitions: ids,
  }));
}

function tailOf({ guard, to, actions }: ChartTransition, inside: string, root: string): string {
  const target = to?.startsWith(`${inside}.`) ? to.slice(inside.length + 1) : to?.slice(root.length + 1);
  const parts = [
    guard && `[${guard}]`,
    actions.length > 0 && `/ ${actions.join(", ")}`,
    target && `→ ${target}`,
  ];
  return parts.filter(Boolean).join(" ");
}

function joinWays(
  transitions: readonly ChartTransition[],
  endOf: (to: string) => string,
  detail: Detail,
): ChartWay[] {
  const ways = new Map<string, ChartWay>();
  for (const transition of transitions) {
    const to = endOf(transition.to ?? transition.from);
    const id = `${transition.from}→${to}`;
    const way = ways.get(id) ?? { id, from: transition.from, to, lines: [], transitions: [] };
    way.transitions.push(transition.id);
    for (const text of wayLines(transition, detail)) addLine(way.lines, text, transition.id);
    ways.set(id, way);
  }
  return [...ways.values()];
}

function addLine(lines: ChartLine[], text: string, id: string): void {
  const same = lines.find((line) => line.text === text);
  if (same) same.transitions.push(id);
  else lines.push({ text, transitions: [id] });
}

function wayLines({ event, guard, actions }: ChartTransition, detail: Detail): string[] {
  if (detail === "names") return event === "" ? [] : [event];
  const asked = [event, guard && `[${guard}]`].filter(Boolean).join(" ");
  return [asked, ...actions.map((action) => `/ ${action}`)].filter((text) => text !== "");
}
