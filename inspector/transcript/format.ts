/**
 * A conversation as a file that reads like one:
 *
 *     # What the story shows.
 *     lang: zh                              as the messenger is set; without it the first words tell
 *     persona: poor-history                 otherwise the ordinary one
 *     now: 2016-02-10T23:55:00+08:00        otherwise ten in the morning
 *     after: openings/zh/quoted.txt         a conversation that goes before
 *
 *     > 你好                                 the borrower writes
 *     > /cancel                             gives a command
 *     > [同意报价]                           presses a button of the latest reply
 *     > [同意报价] (an old one)              presses one that is no longer there
 *     > (a photo)                           sends what cannot be read
 *     > (4096 characters of nonsense)
 *     > [确认还款 ¥10.00] (twice at once)     two messages at the same instant
 *     > 5000 (delivered three times)        one message, brought three times
 *     < 记下了                               the replies hold these words, one line after the other
 *     < (jiedao-calendar.ics)               a file goes with it, by its name and what it shows
 *     < [返回]                               the latest reply offers this button
 *     <! 错误                                no reply holds these words; <! [返回]: no such button
 *     @ quoting.askingTerm                  where the journey stands
 *     $ cash:balance 2145.00                an account of the borrower's loans: debits less credits, yuan
 *     $ loans 1                             loans of the borrower that were not abandoned
 *     ~ 2016-03-10 10:00                    the borrower's clock jumps (Shanghai's time), and what came due happens
 *     ! payOut: time-out                    a partner's answer, where it is not left to the sandbox: those that
 *                                           inspector/live/steer-partners.ts has, `sandbox`: its own, or
 *     ! payOut: waits                       none yet: the story goes on meanwhile
 *
 * Whatever is asked is answered by the sandbox at once, but for what the next lines with "!" name.
 */
export const marks = [">", "<!", "<", "@", "$", "~", "!"] as const;
export type Mark = (typeof marks)[number];

export interface TranscriptLine {
  /** As written, and its number. */
  line: string;
  number: number;
  mark: Mark;
  text: string;
}

/** undefined: a line of another kind. */
export function readTranscriptLine(line: string, number: number): TranscriptLine | undefined {
  const mark = marks.find((one) => line.startsWith(`${one} `));
  return mark && { line, number, mark, text: line.slice(mark.length).trim() };
}

export interface AnswerLine {
  /** The command that is answered. */
  asked: string;
  answer: string;
}

/** No answer yet. */
export const waits = "waits";
/** As the sandbox answers. */
export const asSandbox = "sandbox";

export const answerWords = ({ asked, answer }: AnswerLine): string => `${asked}: ${answer}`;

export function readAnswer(text: string): AnswerLine {
  const [, asked = "", answer = ""] = /^(\w+): (\S+)$/.exec(text) ?? [];
  return { asked, answer };
}

/** The commands that are not answered by themselves after a line: those that the next lines answer, or this line lets wait. */
export function heldAfter(lines: readonly TranscriptLine[], index: number): ReadonlySet<string> {
  const own = lines[index];
  const goesOn = own?.mark === "!" && readAnswer(own.text).answer === waits;
  const rest = lines.slice(index + (goesOn ? 0 : 1));
  const next = rest.findIndex(({ mark }) => mark === ">" || mark === "~");
  const until = next < 0 ? rest : rest.slice(0, next);
  return new Set(until.flatMap(({ mark, text }) => (mark === "!" ? [readAnswer(text).asked] : [])));
}

export type TranscriptWay = "twice at once" | "delivered three times" | "an old one";

/** "[同意报价] (an old one)": what is said, and how it comes. */
export function readWay(text: string): { said: string; way: TranscriptWay | undefined } {
  const [, said = "", way] =
    /^(.*?)(?: \((twice at once|delivered three times|an old one)\))?$/s.exec(text) ?? [];
  return { said, way: way as TranscriptWay | undefined };
}

/** "同意报价" of "[同意报价]". */
export const labelOf = (said: string): string | undefined => /^\[(.+)\]$/.exec(said)?.[1];

export const photo = "(a photo)";
export const nonsenseWords = "(4096 characters of nonsense)";
export const nonsense = "呜哩哇啦xq%§ ".repeat(410).slice(0, 4096);
