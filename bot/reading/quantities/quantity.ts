interface Span {
  start: number;
  end: number;
}

/** A figure found in a text, with what it says it is. Offsets are those of the normalised text. */
export type Quantity = Span &
  /** Yuan in plain digits. `marked` when a currency, 万, k or the like says so. */
  (
    | { kind: "amount"; value: string; marked: boolean }
    /** A bare figure: the stage says what it is. `weak` for words such as "one" or 三 inside a sentence. */
    | { kind: "number"; value: string; weak: boolean }
    | { kind: "term"; months: number }
    /** 第3期, the second one, 前两笔. */
    | { kind: "ordinal"; value: number }
    | { kind: "days"; days: number }
    /** A day of the calendar or of the week; `on` where it names one and today is known. */
    | { kind: "date"; on?: string }
    | { kind: "percent"; value: string }
    | { kind: "foreign"; value: string }
    | { kind: "range"; low: string; high: string }
    /** 几千, 一万左右: `around` where a figure was named. */
    | { kind: "vague"; around?: string }
    | { kind: "relative"; change: "more" | "less"; value: string }
    | { kind: "multiple"; factor: string }
    | { kind: "maximum" }
    /** A figure that is no quantity: a phone, card or identity number, a code, a product's or a version's name. */
    | { kind: "identifier" }
  );
