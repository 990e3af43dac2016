/** Seven digits and more in a row, also in groups: telephones, papers, cards. Amounts are shorter. */
const longNumber = /\d(?:[ -]?\d){5,}[\dxX]/g;

/** The text with what may identify somebody taken out: long numbers, and the names of mailboxes. */
export const maskedNumbers = (text: string): string =>
  text.replaceAll(longNumber, "***").replaceAll(/[\w.+-]+(?=@\w)/g, "***");
