/** The topics as they are shipped: whole, answered for everybody, and known to the recogniser. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { allTopics, findTopic, readTopics, topicsFolder } from "../../bot/knowledge/topics.ts";
import { messagesIn } from "../../bot/locales/messages-in.ts";
import { shippedTopicModel } from "../../bot/understanding/topics/topic-model-file.ts";
import { loanPositionsOf } from "../../bot/views/figures/loan-positions.ts";
import { journeyPath } from "../../bot/views/journey-path.ts";
import { topicAnswer } from "../../bot/views/knowledge/answer-to.ts";
import { topicFaults } from "../../bot/views/knowledge/faults.ts";
import { defaultLocale, houseLocales } from "../../domain/language/languages.ts";
import { leadsToLoan } from "../../machines/journey-events.ts";
import { borrowerStates } from "../../ops/eval/borrower-states.ts";
import { filesIn } from "../house/sources.ts";

const topics = allTopics();

function answered(id: string, state: string, locale: (typeof houseLocales)[number]) {
  const known = borrowerStates[state];
  const topic = findTopic(id);
  if (known === undefined || topic === undefined) throw new Error(`no ${state} or no ${id}`);
  const context = { ...known.context, locale };
  return topicAnswer(topic, {
    ...{ path: journeyPath(known.value), locale, m: messagesIn(locale), context },
    loanPositions: loanPositionsOf(context),
  });
}

describe("the topics", () => {
  it("are at least three hundred of ours, besides those that are somebody else's", () => {
    expect(topics.filter(({ scope }) => scope === "in").length).toBeGreaterThanOrEqual(300);
  });
  it("are ordered by how often they are asked", () => {
    const shares = topics.map(({ share }) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  });
  it("name figures, passages, offers, acts and neighbours that there are", () => {
    expect(topics.flatMap((topic) => topicFaults(topic, topics))).toEqual([]);
  });
  it("have names that are nobody else's, now or formerly", () => {
    const names = topics.flatMap(({ id, formerly }) => [id, ...formerly]);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
  it("are all known to the recogniser, and no others: npm run eval -- --train", () => {
    const ids = topics.map(({ id }) => id).toSorted();
    for (const language of ["zh", "en"] as const)
      expect(shippedTopicModel(language).topics.toSorted()).toEqual(ids);
  });
  it("are there wherever the sources name one", () => {
    const named = filesIn("bot", "machines").flatMap((path) =>
      path.endsWith(".ts")
        ? [...readFileSync(path, "utf8").matchAll(/topic: "([a-z0-9-]+)"/g)].map(([, id = ""]) => id)
        : [],
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((id) => findTopic(id) === undefined)).toEqual([]);
  });
  it("say where one of them is at fault", () => {
    expect(() => readTopics(new URL("../../understanding/", topicsFolder))).toThrow(/no intent is named so/);
  });
});

describe.each(houseLocales)("in %s", (locale) => {
  it.each(Object.keys(borrowerStates))("every topic has an answer for somebody: %s", (state) => {
    for (const { id } of topics) {
      const { text, offers } = answered(id, state, locale);
      expect(text, id).not.toMatch(/[{}]|undefined|NaN|\bnull\b/);
      expect(text.length, id).toBeGreaterThan(0);
      expect(offers.length, id).toBeLessThanOrEqual(8);
    }
  });
  it("whoever is overdue is offered no loan with any answer", () => {
    for (const { id } of topics)
      for (const { event, label } of answered(id, "overdue", locale).offers)
        expect(leadsToLoan(event, "idle"), `${id}: ${label}`).toBe(false);
  });
});

describe("an answer", () => {
  it("begins with the borrower's own case, to the cent", () => {
    // By hand: 10,000 over 5 months at 0.05 % a day from 12 January; 31 days of 10,000.00 are 155.00.
    expect(answered("amount-due-now", "due today", defaultLocale).text).toContain("¥2,155.00");
    expect(answered("not-deducted-yet", "due today", defaultLocale).text).toContain("¥2,155.00");
    // Ten days of 2,000.00 at 0.05 % a day are 10.00 of penalty.
    expect(answered("overdue-what-now", "overdue", defaultLocale).text).toContain("¥2,165.00");
  });
  it("differs by who asks", () => {
    const of = (state: string) => answered("borrow-again-while-owing", state, defaultLocale).text;
    expect(new Set(["newcomer", "running loan", "overdue"].map(of)).size).toBe(3);
  });
});
