/** A drawing as plain data: the server writes it to a file, the page makes elements of it. */
export interface SvgNode {
  tag: string;
  attributes: Record<string, string | number>;
  children: readonly (SvgNode | string)[];
}

export const svg = (
  tag: string,
  attributes: SvgNode["attributes"],
  ...children: readonly (SvgNode | string)[]
): SvgNode => ({ tag, attributes, children });

/** As the text of a file. */
export function svgText({ tag, attributes, children }: SvgNode): string {
  const head = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  const body = children.map((child) => (typeof child === "string" ? escaped(child) : svgText(child)));
  const line = children.length > 1 && tag !== "text" ? "\n" : "";
  return body.length > 0
    ? `<${tag}${head.join("")}>${body.join(line)}</${tag}>`
    : `<${tag}${head.join("")}/>`;
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
