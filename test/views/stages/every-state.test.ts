import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { decodeButton } from "../../../bot/buttons.ts";
import { hintsOf, messagesIn } from "../../../bot/locales/messages-in.ts";
import { journeyPaths } from "../../../bot/views/journey-path.ts";
import { renderJourney } from "../../../bot/views/render-journey.ts";
import { type Locale, languages } from "../../../domain/language/languages.ts";
import { advanceJourney, journey } from "../../../machines/journey.ts";
import { notices } from "../../support/fixtures/notices.ts";
import { contextAt, locales, situations } from "../../support/fixtures/situations.ts";
import { shownText } from "../shown-text.ts";

/** Columns that a phone shows of a button's label before it cuts. */
const longestLabel = 64;

const garbage = /undefined|NaN|null|\[object|Infinity|function|=>|\$\{/;
/** Letters by which a language is known: a text in another one has none of them. */
const lettersOfOthers = (locale: Locale): RegExp[] =>
  locales
    .filter((other) => other !== locale && hintsOf(other).words === undefined)
    .map((other) => hintsOf(other).letters);

const openings: Partial<Record<Locale, string>> = {
  "zh-CN": "这句我没听明白。你",
  en: "I did not get that; ",
};

/** Names of the trade that Chinese texts keep in Latin letters. */
const latinInChinese = /WE2000|SSL|T\+1|English|Language|JD\d+|L\*/g;

function isOfOneLanguage(text: string, locale: Locale): void {
  for (const letters of lettersOfOthers(locale)) expect(text).not.toMatch(letters);
  if (locale === "zh-CN") expect(text.replace(latinInChinese, "")).not.toMatch(/[A-Za-z]{2,}/);
}

type Node = typeof journey.root;

function leaves(node: Node): Node[] {
  const children = Object.values(node.states);
  return children.length === 0 ? [node] : children.flatMap(leaves);
}

/** States in which a machine rests: those that only route are passed through at once, one way or another. */
const resting = leaves(journey.root)
  .filter(({ always = [] }) => always.every(({ guard }) => guard !== undefined))
  .map(({ path }) => [path[0], path.length > 1 ? path.at(-1) : undefined].filter(Boolean).join("."));

describe("every state in which the journey rests", () => {
  it("has a view, and no view is left over", () => {
    expect([...resting].sort()).toEqual([...journeyPaths].sort());
  });
});

describe.each(locales)("in %s", (locale) => {
  it.each(situations)("$name is shown in full", ({ value, context }) => {
    const shown = renderJourney({ value, context: { ...context, locale }, seq: 12 });
    expect(shown.text.trim()).not.toBe("");
    expect(shownText(shown)).not.toMatch(garbage);
    expect(shown.locale).toBe(locale);
    expect(shown.buttons.every((row) => row.length > 0)).toBe(true);
    expect(shown.text, "a date as machines write it").not.toMatch(/\d{4}-\d{2}-\d{2}/);
    for (const { label } of shown.buttons.flat())
      expect(stringWidth(label), label).toBeLessThanOrEqual(longestLabel);
  });

  it.each(situations)("$name is in one language only", ({ path, value, context }) => {
    const shown = renderJourney({ value, context: { ...context, locale }, seq: 1 });
    const text = shownText(shown);
    if (path === "welcoming.askingLanguage") return;
    isOfOneLanguage(text, locale);
  });

  it.each(situations)("$name has buttons that its state takes", ({ value, context }) => {
    const state = { value, context: { ...context, locale } };
    for (const { label, id } of renderJourney({ ...state, seq: 3 }).buttons.flat()) {
      const event = decodeButton(id)?.event;
      expect(event, label).toBeDefined();
      if (!event) continue;
      const pressed = advanceJourney(state, { ...event, turnId: "turn-4", at: context.at });
      const told = pressed.state.context.notices.map(({ kind }) => kind);
      expect(told, label).not.toContain("not-now");
      expect(told, label).not.toContain("stale-button");
    }
  });

  it.each(situations)(
    "$name says what it waits for when a message is not understood",
    ({ value, context }) => {
      const shown = renderJourney({
        value,
        context: { ...context, locale, notices: [{ kind: "unclear" }] },
        seq: 1,
      });
      const opening = openings[locale] ?? messagesIn(locale).notices.unclear({ situation: "" }).slice(0, 8);
      expect(shown.text).toContain(opening);
      expect(shown.text.length).toBeGreaterThan(opening.length + 8);
      expect(shown.card).toBeUndefined();
    },
  );
});

describe.each(locales)("every notice in %s", (locale) => {
  const names = ["idle (no loan)", "idle (two loans, one overdue)", "quoting.reviewing (quoted)"];
  const readers = situations.filter(({ name }) => names.includes(name));
  const cases = readers.flatMap((situation) =>
    notices.map((notice) => ({
      ...situation,
      notice,
      title: `${JSON.stringify(notice)} at ${situation.name}`,
    })),
  );

  it.each(cases)("$title", ({ value, context, notice }) => {
    const shown = renderJourney({ value, context: { ...context, locale, notices: [notice] }, seq: 5 });
    const text = shownText(shown);
    expect(shown.text.trim()).not.toBe("");
    expect(text).not.toMatch(garbage);
    const bilingual = notice.kind === "choose-language";
    if (!bilingual) isOfOneLanguage(text, locale);
  });
});

describe("a newcomer whose language is unknown", () => {
  it("is greeted in Chinese and then in English", () => {
    const { text, buttons } = renderJourney({
      value: { welcoming: "askingLanguage" },
      context: contextAt("welcoming.askingLanguage", { locale: null, notices: [{ kind: "hello" }] }),
      seq: 0,
    });
    expect(text.indexOf("你好")).toBe(0);
    expect(text.indexOf("Hello")).toBeGreaterThan(0);
    expect(buttons.flat().map(({ label }) => label)).toEqual(languages.map(({ name }) => name));
    expect(languages.slice(0, 2).map(({ name }) => name)).toEqual(["中文", "English"]);
  });
});
