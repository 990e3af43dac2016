import { isQuotable, type Product } from "../../../domain/product/catalogue.ts";
import type { JourneyEvent } from "../../../machines/journey-events.ts";
import { lentElsewhere, lentHere, namesOf, wholeNames } from "../../reading/product-names.ts";
import type { Reading } from "../../reading/reading.ts";

const here = lentHere.map((product) => [new RegExp(namesOf([product], "aliases")), product.id] as const);

/** What is meant by a product's bare name: that it is wanted, or explained; of some nothing is told but whose they are. */
const productEvent = ({ id, kind }: Product): JourneyEvent =>
  kind === "other" ? { type: "ask", topic: "other-companies" } : { type: "product.choose", product: id };

const lends = (name: string): RegExp =>
  new RegExp(
    `^(?:请问|那么?|我|想问|问一?下|在|从|用|去|,|，| )*(?:${name})(?:里面?|上面?|那边|那里|那儿|这个|还|我|现在|最多|也|到底|,|，| )*(?:能不能|可不可以|可以|能否|可否|能|会)(?:给我|给|再|还)*(?:借|贷)|` +
      `\\b(?:borrow|loan|lend|money)\\b.*\\b(?:from|with|at|through|on|via|by) (?:${name})|^(?:does|do|will|would|can) (?:the )?(?:${name}) .*\\blend\\b`,
  );

const elsewhere = lentElsewhere.map(
  (product) => [lends(namesOf([product], "aliases")), productEvent(product)] as const,
);

/** "借呗能借吗": asked of another company's product, whatever is under way here. */
export function askedOfAnother({ text }: Reading): JourneyEvent | undefined {
  if (here.some(([name]) => name.test(text))) return undefined;
  return elsewhere.find(([asks]) => asks.test(text))?.[1];
}

/** The product that a request names, "用小鹅花钱借5000"; absent when it names none, or several. `text` is normalised. */
export function productNamed(text: string): string | undefined {
  const named = here.filter(([name]) => name.test(text));
  return named.length === 1 ? named[0]?.[1] : undefined;
}

/** Whole messages about a product, as phrases separated by "|", each with what it means. */
export function productPhrases(product: Product): { event: JourneyEvent; phrases: string }[] {
  const names = wholeNames(product);
  const said = (event: JourneyEvent, ...sentences: ((name: string) => string)[]) => ({
    event,
    phrases: names.flatMap((name) => sentences.map((sentence) => sentence(name))).join("|"),
  });
  const ways = [said(productEvent(product), (name) => name)];
  if (isQuotable(product))
    ways.push(
      said(
        { type: "ask", topic: "no-entry-visible" },
        ...[(name: string) => `我没有${name}`, (name: string) => `为什么我没有${name}`],
        (name) => `看不到${name}`,
      ),
    );
  if (product.kind === "comparison")
    ways.push(
      said(
        { type: "ask", topic: "compare-competitors" },
        ...[(name: string) => `和${name}比`, (name: string) => `和${name}比怎么样`],
        ...[(name: string) => `compare with ${name}`, (name: string) => `compared with ${name}`],
      ),
    );
  return ways;
}
