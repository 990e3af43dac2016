/** Sizes that layout and drawing must agree on, in pixels. */
export const metrics = {
  titleFont: 15,
  nameFont: 13,
  lineFont: 12,
  line: 16,
  title: 28,
  leaf: 32,
  small: 24,
  pad: 11,
} as const;

/** Wide enough in any usual sans-serif font: what is laid out must not overlap where it is drawn. */
export const textWidth = (text: string, font: number): number => Math.ceil(text.length * font * 0.58);
