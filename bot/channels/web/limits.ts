/** Limits that the page and the server share. */

/** Characters (UTF-16 code units) of one message. */
export const longestText = 4096;
