import { aFewTries } from "../../db/jobs/tries.ts";
import { defineCommand } from "./command-definition.ts";

export const verifyName = defineCommand("verifyName", {
  asks: ["verifyName"],
  movesMoney: false,
  tries: aFewTries,
  givenUp: { event: "command.failed" },
  answeredBy: ["identity.verified", "identity.refused"],
  async perform({ partners, call }) {
    const result = await partners.verifyName(call);
    if (result.outcome === "refused") return { event: { type: "identity.refused", reason: result.reason } };
    return { event: { type: "identity.verified", maskedName: result.maskedName, age: result.age } };
  },
});
