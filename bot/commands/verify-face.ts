import { aFewTries } from "../../db/jobs/tries.ts";
import { defineCommand } from "./command-definition.ts";

export const verifyFace = defineCommand("verifyFace", {
  asks: ["verifyFace"],
  movesMoney: false,
  tries: aFewTries,
  givenUp: { event: "command.failed" },
  answeredBy: ["face.matched", "face.refused"],
  async perform({ command: { quoteId }, partners, call }) {
    const { outcome } = await partners.verifyFace(call);
    return { event: { type: outcome === "matched" ? "face.matched" : "face.refused", quoteId } };
  },
});
