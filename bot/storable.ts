/** What Postgres can store of a text: neither NUL nor half a surrogate pair. */
export const storable = (text: string): string =>
  text.replaceAll("\0", "").replace(/\p{Surrogate}/gu, "\uFFFD");
