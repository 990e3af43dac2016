import { describe, expect, it } from "vitest";
import { allTopics } from "../../bot/knowledge/topics.ts";
import { readSample } from "../../bot/reading/reading.ts";
import { shippedModel } from "../../bot/understanding/intents/model-file.ts";
import { rankTopics } from "../../bot/understanding/topics/rank-topics.ts";
import { type TopicModel, topicFeatures, topicScores } from "../../bot/understanding/topics/topic-model.ts";
import {
  packTopicModel,
  shippedTopicModel,
  unpackTopicModel,
} from "../../bot/understanding/topics/topic-model-file.ts";
import { topicSentences } from "../../bot/understanding/training/topic-sentences.ts";
import { trainTopics } from "../../bot/understanding/training/train-topics.ts";

const lesson = [
  ...["我要换扣款的卡", "怎么换还款卡", "换一张卡扣款"].map((text) => ({ text, topic: "change-card" })),
  ...["利率是多少", "年利率多少", "利率怎么样"].map((text) => ({ text, topic: "rate-what" })),
  ...["哪天还款", "还款日是哪天", "几号还款"].map((text) => ({ text, topic: "due-date-when" })),
].map((one) => ({ ...one, also: [], weight: 1 }));
const ids = ["change-card", "rate-what", "due-date-when"];
const options = { epochs: 30, dropout: 0, least: 1 };

const best = (model: TopicModel, text: string): string | undefined => {
  const scores = topicScores(model, topicFeatures(readSample(text), model.language));
  return model.topics[scores.indexOf(Math.max(...scores))];
};

describe("a model of topics", () => {
  it("learns what it is shown, and the same each time", () => {
    const model = trainTopics("zh", ids, lesson, options);
    expect(lesson.map(({ text }) => best(model, text))).toEqual(lesson.map(({ topic }) => topic));
    expect(packTopicModel(trainTopics("zh", ids, lesson, options)).equals(packTopicModel(model))).toBe(true);
  });
  it("survives the file", () => {
    const model = trainTopics("zh", ids, lesson, options);
    const read = unpackTopicModel("zh", packTopicModel(model));
    for (const { text } of lesson) {
      const of = (one: TopicModel) => topicScores(one, topicFeatures(readSample(text), "zh"));
      expect([...of(read)]).toEqual([...of(model)]);
    }
  });
  it("is refused when the file was made for other features", () => {
    const packed = packTopicModel(trainTopics("en", [], [], options));
    expect(() => unpackTopicModel("en", packed.subarray(0, 40))).toThrow();
  });
});

describe("the shipped models", () => {
  it.each(["zh", "en"] as const)(
    "%s: know nearly all of every fortieth sentence that they were made from",
    (language) => {
      const sample = topicSentences(allTopics(), language).filter((_, at) => at % 40 === 0);
      const recogniser = { topics: shippedTopicModel(language), intents: shippedModel(language) };
      const known = sample.filter(({ text, topic, also }) => {
        const [first] = rankTopics(recogniser, readSample(text));
        return first !== undefined && [topic, ...also].includes(first.topic.id);
      });
      expect(known.length / sample.length).toBeGreaterThan(0.85);
    },
  );
});
