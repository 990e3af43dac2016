import { aFewTries } from "../../db/jobs/tries.ts";
import { defineCommand } from "./command-definition.ts";

export const findCard = defineCommand("findCard", {
  asks: ["findCard"],
  movesMoney: false,
  tries: aFewTries,
  givenUp: { event: "command.failed" },
  answeredBy: ["card.found", "card.missing"],
  async perform({ partners, call }) {
    const { card } = await partners.findCard(call);
    return {
      event: card ? { type: "card.found", bank: card.bank, tail: card.tail } : { type: "card.missing" },
    };
  },
});
