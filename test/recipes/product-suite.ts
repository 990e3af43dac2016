/** What a new product gets without an edit elsewhere: run in the copy that add-a-product.test.ts makes. */
import { afterAll, expect, it } from "vitest";
import { closeNextDay } from "../../db/close/close-day.ts";
import { quotableProduct } from "../../domain/product/catalogue.ts";
import { conventionsOf } from "../../domain/product/product-conventions.ts";
import { playFolder } from "../conversations/play-folder.ts";
import { generatedLoan, seeded, withCatalogue } from "../db/close/generated-loans.ts";
import { freshDatabase } from "../support/database.ts";

playFolder("../recipes/product");

const database = await freshDatabase();
afterAll(() => database.close());

it("closes by its own penalty beside the others, to the cent", async () => {
  await withCatalogue(database.orm);
  const own = conventionsOf(quotableProduct("bamboo"));
  const { loan } = await generatedLoan(database, seeded(7), "2024-01-10", [own]);
  await generatedLoan(database, seeded(8), "2024-01-10");
  const [first] = loan.schedule;
  const graced = new Date(Date.parse(first?.dueDate ?? "") + 3 * 86_400_000).toISOString().slice(0, 10);
  const after = new Date(Date.parse(graced) + 86_400_000).toISOString().slice(0, 10);
  const penaltyOn = async (on: string): Promise<unknown> => {
    await closeNextDay(database.orm, on);
    const [row] = await database.sql`select penalty from loan_positions where loan_id = ${loan.id}`;
    return row?.["penalty"];
  };
  expect(await penaltyOn(graced)).toBe("0.00");
  // 0.1 % a day of the principal, four days.
  const four = (Math.round(Number(first?.principal) * 0.4) / 100).toFixed(2);
  expect(await penaltyOn(after)).toBe(four);
});
