/** npm run eval -- --replies: what it calls right, and what it finds missing. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type ExpectedReply, readExpectedReplies } from "../../../ops/eval/replies/expectations.ts";
import { judgeReply } from "../../../ops/eval/replies/judge-replies.ts";
import { repliesReport, replyLines } from "../../../ops/eval/replies/report-replies.ts";

function fileOf(...lines: string[]): string {
  const file = join(mkdtempSync(join(tmpdir(), "jiedao-replies-")), "replies.jsonl");
  writeFileSync(file, lines.join("\n"));
  return file;
}

const dueToday: ExpectedReply = {
  ...{ text: "这期要还多少", lang: "zh", state: "due today", topic: "amount-due-now", also: [] },
  ...{ facts: ["due-now"], says: [], never: ["借款入口"] },
};

describe("a file of replies", () => {
  it("is judged line by line: the topic, the borrower's own figures, the words that must not fall", () => {
    const judged = judgeReply(dueToday);
    expect(judged.topic).toBe("right");
    expect(judged.faults).toEqual([]);
    // 10,000 over five months at 0.05 % a day: 2,000 of principal and 31 days of interest, 155.00.
    expect(judged.played.reply.text).toContain("2,155.00");
  });
  it("finds a topic that is another's, a figure that is not told and a word that is", () => {
    const judged = judgeReply({
      ...dueToday,
      ...{ topic: "notice-channel", facts: ["penalty-rate"], says: ["火星"], never: ["2,155.00"] },
    });
    expect(judged.topic).toBe("wrong");
    expect(judged.faults).toHaveLength(3);
    expect(judged.faults.join("\n")).toMatch(
      /\{penalty-rate\}, .* is not told\n"火星" is not said\n"2,155\.00" is said/,
    );
    expect(replyLines(judged)[0]).toContain("notice-channel · wrong");
  });
  it("says when a figure is none of this borrower's", () => {
    const judged = judgeReply({ ...dueToday, state: "newcomer", never: [] });
    expect(judged.faults).toEqual(["{due-now} is no figure of this borrower"]);
  });
  it("counts by language and state", () => {
    const report = repliesReport([
      judgeReply(dueToday),
      judgeReply({ ...dueToday, text: "how much do i pay today", lang: "en", never: [], topic: "distress" }),
    ]);
    expect(report[0]).toContain("topic 50.0 % (1/2)");
    expect(report.find((line) => line.startsWith("zh"))).toContain("facts told 100.0 % (1/1)");
    expect(report.at(-1)).toMatch(/^due today/);
  });
  it.each([
    [
      '{"text": "多少", "lang": "zh", "state": "on the moon", "topic": "amount-due-now"}',
      /:1: state is none of/,
    ],
    ['{"text": "多少", "lang": "zh", "state": "overdue", "topic": "x", "facts": ["gdp"]}', /names no figure/],
    ["{", /:1: /],
  ])("names the line that is not of the format", (line, reason) => {
    expect(() => readExpectedReplies(fileOf(line))).toThrow(reason);
  });
  it("reads what is left out as empty, and passes over empty lines", () => {
    const line = '{"text": "多少", "lang": "zh", "state": "overdue", "topic": "amount-due-now"}';
    expect(readExpectedReplies(fileOf("", line, ""))).toMatchObject([{ also: [], facts: [], never: [] }]);
  });
});
