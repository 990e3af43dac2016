import { describe, expect, it } from "vitest";
import { locales } from "../../../domain/language/languages.ts";
import { findTexts } from "../../../ops/texts/find-texts.ts";
import { listTexts } from "../../../ops/texts/locale-files.ts";
import { PlacesDiffer, replaceTexts } from "../../../ops/texts/replace-texts.ts";

const source = `import { yuan } from "./format.ts";
type Kind = "due" | "early";
const names = { "bank-card": "bank card" };
export const repaying = {
  title: "Repay",
  pair: "·",
  due: ({ amount, on, kind }: { amount: string; on: string; kind: Kind }): string =>
    \`\${kind === "early" ? \`Early, before \${on}: \` : ""}\${yuan(amount)} by \${names["bank-card"]}.\`,
  kind: ({ kind = "due" }: { kind?: Kind }) => kind,
  list: (items: string[]) => items.join(" and "),
};
`;

describe("the texts of a file", () => {
  it("are what is said, without types, names and what is compared with", () => {
    expect(findTexts(source).map(({ text }) => text)).toEqual([
      "bank card",
      "Repay",
      "{1}{amount} by {3}.",
      "Early, before {on}: ",
      " and ",
    ]);
  });

  it("are the same when each is replaced by itself", () => {
    const texts = findTexts(source).map(({ text }) => text);
    const again = replaceTexts(source, (text) => text);
    expect(findTexts(again).map(({ text }) => text)).toEqual(texts);
    expect(again).toBe(source);
  });

  it("keep their places in whatever order, and what would end a template is escaped", () => {
    const said = replaceTexts(source, (text) =>
      text.startsWith("{1}") ? `{3}: \`{amount}\` \\ \${1}` : text.toUpperCase().replace("{ON}", "{on}"),
    );
    expect(said).toContain(`\`\${names["bank-card"]}: \\\`\${yuan(amount)}\\\` \\\\ $\${kind === "early"`);
    expect(said).toContain(`\`EARLY, BEFORE \${on}: \``);
    expect(said).toContain('"bank-card": "BANK CARD"');
  });

  it.each(["{amount} by {3}.", "{1}{1}{amount} by {3}.", "{1}{sum} by {3}."])(
    "%s lost a place, has one twice or made one up: refused",
    (translation) => {
      const translate = (text: string) => (text.startsWith("{1}") ? translation : text);
      expect(() => replaceTexts(source, translate)).toThrow(PlacesDiffer);
    },
  );
});

describe.each(locales)("the list for translators of %s", (locale) => {
  const lines = listTexts(locale);

  it("has sentences of every room, and no code", () => {
    const rooms = new Set(lines.map(({ file }) => file.split("/")[0]));
    expect([...rooms]).toEqual(
      expect.arrayContaining(["answers", "channels", "notices", "stages", "words.ts"]),
    );
    for (const { text } of lines) expect(text).not.toMatch(/=>|\$\{|\?\?/);
  });
});
