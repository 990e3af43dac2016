/** A text as typed, however wide and however spaced: two that fold alike are the same label. */
export const folded = (text: string): string => text.normalize("NFKC").replace(/\s+/gu, "");
