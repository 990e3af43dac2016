/** The table of operations: whole, unambiguous, and the same as what docs/partners.md says. */
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { withOperations } from "../../docs/partners-operations.ts";
import type { OperationDefinition } from "../../partners/operation-definition.ts";
import {
  nameOfAnswer,
  operationNames,
  operationRequestSchema,
  operations,
} from "../../partners/operations.ts";
import type { Behaviour } from "../../partners/sandbox/behaviour.ts";

describe("the table of operations", () => {
  it("has each path once, each of the one version", () => {
    const paths = operationNames.map((name) => operations[name].path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of paths) expect(path).toMatch(/^\/v1(\/[a-z-]+)+$/);
  });

  it.each(operationNames)("%s has an example of its request, which is one", (name) => {
    const request = { ...operations[name].request.example, borrowerId: "b", at: "2026-11-10T10:00:00+08:00" };
    expect(operationRequestSchema(name).parse(request)).toEqual(request);
    expect(operationRequestSchema(name).safeParse({ ...request, borrowerId: undefined }).success).toBe(false);
  });

  it.each(operationNames)("%s has an example of each answer, which is taken for no other", (name) => {
    const answers = Object.entries<{ example: unknown }>(operations[name].answers);
    expect(answers.map(([, { example }]) => nameOfAnswer(name, example))).toEqual(answers.map(([id]) => id));
  });

  // Both tries of a call, and two calls of a command, are over before a job counts as stuck (bot/jobs/start-worker.ts).
  it.each(operationNames)("%s is answered well within the time of a job", (name) => {
    expect(operations[name].withinSeconds * 4).toBeLessThan(110);
  });

  it("is what docs/partners.md says: npm run partners:document writes it there", async () => {
    const document = await readFile(new URL("../../docs/partners.md", import.meta.url), "utf8");
    expect(withOperations(document)).toBe(document);
  });
});

/** Compiled by `npm run types`: a property that is left out does not compile. */
describe("an operation's definition", () => {
  const { verifyName } = operations;

  it("is not one without its service, path, sentence, request, answers, repetition and time", () => {
    const { service: _service, ...noService } = verifyName;
    const { path: _path, ...noPath } = verifyName;
    const { does: _does, ...noSentence } = verifyName;
    const { request: _request, ...noRequest } = verifyName;
    const { answers: _answers, ...noAnswers } = verifyName;
    const { repeated: _repeated, ...noRepetition } = verifyName;
    const { withinSeconds: _within, ...noTime } = verifyName;
    const incomplete: OperationDefinition[] = [
      // @ts-expect-error: no service
      noService,
      // @ts-expect-error: no path
      noPath,
      // @ts-expect-error: no sentence
      noSentence,
      // @ts-expect-error: no request
      noRequest,
      // @ts-expect-error: no answers
      noAnswers,
      // @ts-expect-error: nothing about repeated keys
      noRepetition,
      // @ts-expect-error: no time
      noTime,
    ];
    expect(incomplete).toHaveLength(Object.keys(verifyName).length);
  });

  it("needs the sandbox to give every answer that has figures in it", () => {
    const behaviour: Behaviour<"sendSms"> = {
      picks: () => "accepted",
      // @ts-expect-error: `accepted` carries a reference
      gives: {},
    };
    expect(behaviour.gives).toEqual({});
  });
});
