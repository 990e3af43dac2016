/** How messages in a language are recognised: what a language's folder tells of it, as data. */
export interface LanguageHints {
  /** Its letters: one of them is enough. */
  letters: RegExp;
  /**
   * Words of its sentences in lower case, for a language that shares its letters with others; absent where the letters
   * alone tell it. `sure`: of this language only; `likely`: may be another's as well.
   */
  words?: { sure: RegExp; likely: RegExp };
  /** Whole messages that ask to be spoken to in it, separated by "|", in lower case and in any language. */
  askedFor: string;
  /** A button's label typed without its signs of money is still that label, not a request in words of one's own. */
  labelsStandAlone?: true;
}
