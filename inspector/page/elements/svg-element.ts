import type { SvgNode } from "../../../bot/media/svg-node.ts";

const namespace = "http://www.w3.org/2000/svg";

/** A drawing as an element: text is set as text, nothing is parsed. */
function svgElement({ tag, attributes, children }: SvgNode): SVGElement {
  const made = document.createElementNS(namespace, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children.map((child) => (typeof child === "string" ? child : svgElement(child))));
  return made;
}

/** An image of its own size, in which the drawing stands. */
export function svgImage(
  size: { width: number; height: number; label: string },
  ...drawn: SvgNode[]
): SVGElement {
  const { width, height, label } = size;
  const viewBox = `0 0 ${width} ${height}`;
  return svgElement({
    tag: "svg",
    attributes: { viewBox, width, height, role: "img", "aria-label": label },
    children: drawn,
  });
}
