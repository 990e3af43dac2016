/** What a shopper pays down, in words of many kinds, on carts of both merchants. */
import { describe, expect, it } from "vitest";
import { merchantList } from "../../domain/purchase/merchant-checkout.ts";
import { advanceJourney } from "../../machines/journey.ts";
import { stateAt } from "../support/fixtures/situations.ts";
import { at } from "../support/fixtures/spoken-at.ts";
import { understand } from "./understand-text.ts";

const cart = (merchantId: string, amount: string) => ({
  purchase: { merchantId, orderNumber: "1", amount },
  request: { amount, purpose: "daily" as const },
  productId: "xiaoe-huaqian",
});

const stages = [
  "checkingEligibility.identifying",
  "checkingEligibility.authorising",
  "checkingEligibility.assessing",
] as const;

const said: [string, string][] = [
  ["首付1000", "4999.00"],
  ["1000首付", "4999.00"],
  ["首付一千块", "4999.00"],
  ["先付一千", "4999.00"],
  ["我先付1000元可以吗", "4999.00"],
  ["头款两千五", "3499.00"],
  ["首付三成", "4199.30"],
  ["三成首付", "4199.30"],
  ["首付两成半", "4499.25"],
  ["首付30%", "4199.30"],
  ["首付百分之二十", "4799.20"],
  ["首付一半", "2999.50"],
  ["零首付", "5999.00"],
  ["pay 1000 down", "4999.00"],
  ["1,000 down", "4999.00"],
  ["I'd like to put 1500 down", "4499.00"],
  ["down payment of 20%", "4799.20"],
  ["20 percent down please", "4799.20"],
  ["I can pay 2000 up front", "3999.00"],
  ["I'll pay 1000 myself", "4999.00"],
  ["no down payment", "5999.00"],
];

describe.each(merchantList().map(({ id }) => id))("on a cart at %s", (merchantId) => {
  it.each(stages.flatMap((path) => said.map(([text, financed]) => [path, text, financed] as const)))(
    "at %s, %j leaves %s to the loan",
    (path, text, financed) => {
      const situation = at(path, cart(merchantId, "5999.00"));
      const { event } = understand(text, situation);
      const { context } = situation;
      const value = stateAt(path);
      const { state } = advanceJourney({ value, context }, { ...event, turnId: "t", at: context.at });
      expect(event.type).toBe("provide");
      expect(state.context.request.amount).toBe(financed);
    },
  );
});

describe("a down payment", () => {
  it.each(["首付一千左右", "about 1000 down", "首付1000，贷款3000"])("%j is asked back", (text) => {
    const { event, alternatives } = understand(text, at(stages[0], cart("jd", "5999.00")));
    expect(event.type).toBe("unclear");
    expect(alternatives).toContainEqual({ type: "provide", amount: "4999" });
  });

  it.each(["三分之一自己付", "我先付四分之一，剩下的分期", "a third down", "I pay one quarter myself"])(
    "a part of the cart is no sum of yuan, and is asked for: %s",
    (text) => {
      const { event } = understand(text, at(stages[0], cart("jd", "5999.00")));
      expect(event).toEqual({ type: "amount.change" });
    },
  );

  it.each(["首付多少", "最低首付要多少？", "is there a minimum down payment?"])("%j names none", (text) => {
    const { event } = understand(text, at(stages[0], cart("jd", "5999.00")));
    expect(event).not.toHaveProperty("downPayment");
    expect(event).not.toHaveProperty("amount");
  });

  it("that is no part of the cart is refused with its bounds", () => {
    const { context } = at(stages[0], cart("jd", "5999.00"));
    const value = stateAt(stages[0]);
    for (const downPayment of ["5999.01", "5950", "-1"]) {
      const event = { type: "provide", downPayment, turnId: "t", at: context.at } as const;
      const { state } = advanceJourney({ value, context }, event);
      expect(state.context.request.amount).toBe("5999.00");
      expect(state.context.notices).toMatchObject([{ kind: "down-payment-refused", maximum: "5899.00" }]);
    }
  });

  it("without a cart is no amount to borrow", () => {
    const { event } = understand("首付1000", at("idle", {}));
    expect(event).not.toHaveProperty("amount");
  });
});
