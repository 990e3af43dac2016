import { describe, expect, it } from "vitest";
import { cardText } from "../../bot/channels/card-text.ts";

describe("a card as plain text", () => {
  it("aligns Chinese, which takes two columns a character, and sets figures flush right", () => {
    const text = cardText({
      title: "还款计划",
      facts: [
        { label: "金额", value: "¥10,000.00" },
        { label: "总利息", value: "¥451.00" },
      ],
      columns: ["期", "还款日", "应还"],
      rows: [
        ["1", "2016年3月10日", "¥2,145.00"],
        ["10", "2016年12月10日", "¥30.00"],
      ],
      footnote: "按日计息。",
    });
    expect(text.split("\n")).toEqual([
      "还款计划",
      "",
      "金额    ¥10,000.00",
      "总利息  ¥451.00",
      "",
      "期  还款日               应还",
      "--  --------------  ---------",
      " 1  2016年3月10日   ¥2,145.00",
      "10  2016年12月10日     ¥30.00",
      "",
      "按日计息。",
    ]);
  });

  it("leaves out what a card does not have", () => {
    expect(cardText({ title: "T", facts: [], columns: ["a"], rows: [] })).toBe("T");
  });

  it("keeps a row that is shorter than its columns in place", () => {
    const text = cardText({ title: "T", facts: [], columns: ["a", "b"], rows: [["x"], ["yy", "z"]] });
    expect(text).toBe("T\n\na   b\n--  -\nx\nyy  z");
  });

  it("sets the rows of a table one below the other where it is wider than the screen", () => {
    const row = ["1", "2016年3月10日", "¥2,000.00", "¥145.00", "¥2,145.00", "¥8,000.00"];
    const card = {
      title: "T",
      facts: [],
      columns: ["期", "还款日", "本金", "利息", "应还", "剩余本金"],
      rows: [row],
    };
    expect(cardText(card, 36).split("\n").slice(2)).toEqual([
      "1  2016年3月10日",
      "  本金 ¥2,000.00  利息 ¥145.00",
      "  应还 ¥2,145.00  剩余本金 ¥8,000.00",
    ]);
    expect(cardText(card)).toContain("1  2016年3月10日  ¥2,000.00");
  });
});
