/** What is wrong with a topic, beyond its form: named figures, offers and neighbours that there are none of. */
import { isCondition } from "../../knowledge/conditions.ts";
import type { Topic } from "../../knowledge/topics.ts";
import { acts } from "../../understanding/topics/acts.ts";
import { isPlaceholder, placeholdersOf } from "./answer-to.ts";
import { isOffer } from "./offers.ts";

const longestTitle = 40;
/** A reply of more is not read on a phone; passages are reckoned and not counted. */
const longestAnswer = { zh: 170, en: 520 } as const;

/** In plain sentences, each with the topic's name; none where it is whole. */
export function topicFaults(topic: Topic, topics: readonly Topic[]): string[] {
  const names = new Set(topics.map(({ id }) => id));
  const found = [
    ...topic.answers.flatMap(({ offers }) =>
      offers
        .filter((name) => !isOffer(name))
        .map((name) => `topic.json offers "${name}", which there is none of`),
    ),
    ...[...topic.asked, ...topic.answers.map(({ when }) => when)]
      .flat()
      .filter(({ condition }) => !isCondition(condition))
      .map(({ condition }) => `topic.json names the condition "${condition}", which there is none of`),
    ...(topic.does !== undefined && !Object.hasOwn(acts, topic.does)
      ? [`topic.json does "${topic.does}", which is no act; there are ${Object.keys(acts).join(", ")}`]
      : []),
    ...[...topic.texts].flatMap(([locale, texts]) => [
      ...(texts.title.length > longestTitle
        ? [`${locale}.txt: the title has more than ${longestTitle} characters`]
        : []),
      ...texts.not
        .filter((miss) => !names.has(miss.topic))
        .map(
          (miss) =>
            `${locale}.txt: "${miss.sentence}" is said to be of "${miss.topic}", which there is none of`,
        ),
      ...texts.ask.flatMap((line) =>
        (line.split(" ~ ")[1]?.split(",") ?? [])
          .map((name) => name.trim())
          .filter((name) => !names.has(name))
          .map((name) => `${locale}.txt: "${line}" names "${name}", which there is none of`),
      ),
      ...texts.answers.flatMap(({ when, text }) => [
        ...placeholdersOf(text)
          .filter((one) => !isPlaceholder(one))
          .map(({ name }) => `${locale}.txt: {${name}} under "${when}" is no figure and no passage`),
        ...(text.replaceAll(/\{[^}]*\}/g, "").length > longestAnswer[locale.startsWith("zh") ? "zh" : "en"]
          ? [`${locale}.txt: the answer under "${when}" is too long to be read on a phone`]
          : []),
      ]),
    ]),
    ...namesDiffering(topic),
  ];
  return found.map((fault) => `${topic.intent}/${topic.id}: ${fault}`);
}

/** The languages say the same with the same figures. */
function namesDiffering({ texts, answers }: Topic): string[] {
  const of = (text = ""): string =>
    [...new Set(placeholdersOf(text).map(({ name }) => name))].toSorted().join(", ");
  const [[, first] = [undefined, undefined], ...others] = [...texts];
  return others.flatMap(([locale, other]) =>
    answers
      .filter((_, place) => of(first?.answers[place]?.text) !== of(other.answers[place]?.text))
      .map(
        ({ name }) => `${locale}.txt: under "${name}" other figures are filled in than in the first language`,
      ),
  );
}
