import { describe, expect, it } from "vitest";
import {
  defaultLocale,
  hintedLocale,
  houseLocales,
  isLocale,
  languages,
  locales,
  nextLanguage,
  primarySubtag,
  spokenLocale,
} from "../../../domain/language/languages.ts";
import { type LocalName, nameIn } from "../../../domain/language/local-name.ts";

describe("the languages", () => {
  it("are tags that Intl and the tables take", () => {
    for (const code of locales) {
      expect(Intl.getCanonicalLocales(code)).toEqual([code]);
      expect(code).toMatch(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
    }
  });

  it("begin with the one in which somebody unknown is addressed first", () => {
    expect(defaultLocale).toBe("zh-CN");
    expect(houseLocales).toEqual(["zh-CN", "en"]);
  });

  it("follow each other in a circle", () => {
    const circle = locales.map((locale) => nextLanguage(locale).code);
    expect(circle).toEqual([...locales.slice(1), locales[0]]);
    expect(nextLanguage("zh-CN")).toEqual(expect.objectContaining({ code: "en", name: "English" }));
  });

  it.each([
    ["zh", "zh-CN"],
    ["zh-Hant-TW", "zh-CN"],
    ["ZH_cn", "zh-CN"],
    ["en-GB", "en"],
  ] as const)("a device set to %s is spoken to in %s", (tag, locale) => {
    expect(spokenLocale(tag)).toBe(locale);
    expect(hintedLocale(tag)).toBe(locale);
  });

  it("strangers are spoken to in English", () => {
    expect(spokenLocale("fr")).toBeUndefined();
    expect(hintedLocale("fr")).toBe("en");
    expect(primarySubtag("pt-BR")).toBe("pt");
  });

  it("are those that are declared", () => {
    expect(languages.every(({ code }) => isLocale(code))).toBe(true);
    expect([isLocale("fr"), isLocale(null), isLocale("zh")]).toEqual([false, false, false]);
  });
});

describe("a name", () => {
  const name: LocalName = { "zh-CN": "零钱", en: "Balance" };

  it("is told in the language that is asked for, in that of strangers where there is no other", () => {
    expect(nameIn(name, "zh-CN")).toBe("零钱");
    const { en, ...rest } = name;
    expect(nameIn({ en, ...rest, "zh-CN": undefined } as unknown as LocalName, "zh-CN")).toBe("Balance");
    expect(nameIn(undefined, "en")).toBeUndefined();
  });
});
