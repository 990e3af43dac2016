/** Places for everything in a figure, by ELK's layered layout. */
import type { ElkExtendedEdge, ElkNode, LayoutOptions } from "elkjs/lib/elk.bundled.js";
import type { ChartWay, Figure, FigureNode } from "./figures.ts";
import { metrics, textWidth } from "./metrics.ts";

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PlacedNode extends Box {
  node: FigureNode;
}

export interface PlacedWay {
  way: ChartWay;
  points: { x: number; y: number }[];
  label?: Box;
}

export interface PlacedFigure {
  figure: Figure;
  width: number;
  height: number;
  /** Parents before their children. */
  nodes: PlacedNode[];
  ways: PlacedWay[];
}

const standard: LayoutOptions = {
  "elk.algorithm": "layered",
  "elk.direction": "DOWN",
  "elk.hierarchyHandling": "INCLUDE_CHILDREN",
  "elk.layered.spacing.nodeNodeBetweenLayers": "22",
  "elk.spacing.nodeNode": "22",
  "elk.spacing.edgeNode": "12",
  "elk.spacing.edgeEdge": "10",
  "elk.spacing.edgeLabel": "3",
  "elk.layered.spacing.edgeNodeBetweenLayers": "12",
  "elk.layered.spacing.edgeEdgeBetweenLayers": "10",
  "elk.layered.nodePlacement.strategy": "NETWORK_SIMPLEX",
  "elk.layered.cycleBreaking.strategy": "MODEL_ORDER",
  "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
  "elk.json.edgeCoords": "ROOT",
  "elk.json.shapeCoords": "ROOT",
};

export async function layOutFigure(figure: Figure, options: LayoutOptions = {}): Promise<PlacedFigure> {
  const below = figure.lines.length * metrics.line;
  const padding = `[top=${metrics.title + below + 12},left=14,bottom=14,right=14]`;
  // A megabyte and a half: read when the first figure is asked for.
  const { default: elk } = await import("elkjs/lib/elk.bundled.js");
  const laidOut: ElkNode = await new elk.default().layout({
    id: figure.id,
    layoutOptions: { ...standard, "elk.padding": padding, ...options },
    children: figure.nodes.map(toElkNode),
    edges: figure.ways.map(toElkEdge),
  });
  const byId = new Map(figure.ways.map((way) => [way.id, way]));
  const widths = figure.lines.map(({ text }) => textWidth(text, metrics.lineFont) + 28);
  return {
    figure,
    width: Math.max(laidOut.width ?? 0, textWidth(figure.title, metrics.titleFont) + 28, ...widths),
    height: Math.max(laidOut.height ?? 0, metrics.title + below + 14),
    nodes: placeNodes(figure.nodes, laidOut.children ?? []),
    ways: (laidOut.edges ?? []).flatMap((edge) => placeWay(edge, byId)),
  };
}

function toElkNode(node: FigureNode): ElkNode {
  const { id, name, kind, lines, children } = node;
  if (kind === "start") return { id, width: 10, height: 10 };
  const below = lines.length * metrics.line;
  const widths = [
    textWidth(kind === "exit" ? `→ ${name}` : name, metrics.nameFont),
    ...lines.map(({ text }) => textWidth(text, metrics.lineFont)),
  ];
  const width = Math.max(...widths) + 2 * metrics.pad;
  if (children.length === 0) return { id, width, height: heightOf(kind) + (below > 0 ? below + 4 : 0) };
  const padding = `[top=${metrics.title + below + 10},left=14,bottom=14,right=14]`;
  return {
    id,
    layoutOptions: {
      "elk.padding": padding,
      "elk.nodeSize.constraints": "MINIMUM_SIZE",
      "elk.nodeSize.minimum": `(${width},0)`,
    },
    children: children.map(toElkNode),
  };
}

const heightOf = (kind: FigureNode["kind"]): number =>
  kind === "exit" || kind === "transient" ? metrics.small : metrics.leaf;

function toElkEdge({ id, from, to, lines }: ChartWay): ElkExtendedEdge {
  if (lines.length === 0) return { id, sources: [from], targets: [to] };
  const width = Math.max(...lines.map(({ text }) => textWidth(text, metrics.lineFont))) + 6;
  const label = { id: `${id} label`, text: id, width, height: lines.length * metrics.line + 3 };
  return { id, sources: [from], targets: [to], labels: [label] };
}

const boxOf = ({ x = 0, y = 0, width = 0, height = 0 }: Partial<Box>): Box => ({ x, y, width, height });

function placeNodes(nodes: readonly FigureNode[], laidOut: readonly ElkNode[]): PlacedNode[] {
  const boxes = new Map(laidOut.map((box) => [box.id, box]));
  return nodes.flatMap((node) => {
    const box = boxes.get(node.id);
    return box ? [{ node, ...boxOf(box) }, ...placeNodes(node.children, box.children ?? [])] : [];
  });
}

function placeWay(
  { id, sections = [], labels = [] }: ElkExtendedEdge,
  byId: ReadonlyMap<string, ChartWay>,
): PlacedWay[] {
  const way = byId.get(id);
  const [section] = sections;
  const [label] = labels;
  if (!way || !section) return [];
  const points = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint];
  return [{ way, points, ...(label && { label: boxOf(label) }) }];
}
