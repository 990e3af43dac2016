/**
 * A topic in one language, as its file is written: a title, then sections. Lines that begin with "#" are remarks.
 *
 *     title: 换还款卡
 *     == ask
 *     (怎么|如何)换(还款|扣款|)卡
 *     == not
 *     卡丢了怎么办 > card-lost-replace
 *     == unseen
 *     我想换一张卡来还
 *     == overdue
 *     The answer of whoever is overdue, {due-now} filled in.
 *     == otherwise
 *     The answer of everybody else.
 */

/** What one language has of a topic. */
export interface TopicTexts {
  /** A short question, as a button shows it. */
  title: string;
  /** Sentences that ask it: "(a|b|)" is one of its parts, "{name}" one of a list. After "~": topics equally right. */
  ask: readonly string[];
  /** Sentences close by that ask something else: "sentence > topic". */
  not: readonly { sentence: string; topic: string }[];
  /** Ways of asking it that nothing is learnt from: the recogniser is judged by them. After "~": topics equally right. */
  unseen: readonly string[];
  /**
   * Texts with the condition that they are for, in the order of the definition; "otherwise" is for everybody else. A
   * condition may stand twice: the second text is for whom the first lacks a figure.
   */
  answers: readonly { when: string; text: string }[];
}

/** The sections that are no answers. */
const ofSentences: ReadonlySet<string> = new Set(["ask", "not", "unseen"]);

/** Throws RangeError saying what is wrong, the file named by the caller. */
export function readTopicFile(content: string): TopicTexts {
  const lines = content.split("\n").filter((line) => !line.startsWith("#"));
  const first = lines.findIndex((line) => line.startsWith("== "));
  const title = /^title: *(.+?) *$/m.exec(lines.slice(0, first).join("\n"))?.[1];
  if (title === undefined) throw new RangeError('it begins with a line "title: …"');
  const sections = sectionsOf(lines.slice(first));
  const of = (wanted: string): string[] => sections.find(([name]) => name === wanted)?.[1] ?? [];
  const linesOf = (section: string): string[] =>
    of(section)
      .map((line) => line.trim())
      .filter((line) => line !== "");
  return {
    title,
    ask: linesOf("ask"),
    not: linesOf("not").map(nearMiss),
    unseen: linesOf("unseen"),
    answers: sections
      .filter(([name]) => !ofSentences.has(name))
      .map(([when, text]) => ({ when, text: text.join("\n").trim() })),
  };
}

function sectionsOf(lines: readonly string[]): [string, string[]][] {
  const sections: [string, string[]][] = [];
  for (const line of lines) {
    if (line.startsWith("== ")) sections.push([line.slice(3).trim(), []]);
    else sections.at(-1)?.[1].push(line.trimEnd());
  }
  return sections;
}

function nearMiss(line: string): { sentence: string; topic: string } {
  const [sentence = "", topic] = line.split(" > ").map((part) => part.trim());
  if (topic === undefined || topic === "") throw new RangeError(`"${line}" names no topic after " > "`);
  return { sentence, topic };
}
