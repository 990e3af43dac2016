import { describe, expect, it } from "vitest";
import { type CatalogueData, validateCatalogue } from "../../../bot/catalogue.ts";
import { lprHistory } from "../../../domain/pricing/lpr.ts";
import { productBackground } from "../../../domain/product/background.ts";
import {
  DEFAULT_PRODUCT_ID,
  findProduct,
  isQuotable,
  loanBounds,
  productList,
  quotableProduct,
} from "../../../domain/product/catalogue.ts";
import { entryList, findEntry } from "../../../domain/product/entries.ts";
import { merchantList } from "../../../domain/purchase/merchant-checkout.ts";

const shipped = (): CatalogueData =>
  structuredClone({
    products: productList(),
    entries: entryList(),
    lpr: lprHistory(),
    merchants: merchantList(),
    background: productBackground(),
  });

/** Replaces the first `from` in one file's JSON: an editor's slip. */
const slip = (file: keyof CatalogueData, from: string, to: string): CatalogueData => {
  const data = shipped();
  const text = JSON.stringify(data[file]);
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  return { ...data, [file]: JSON.parse(text.replace(from, to)) };
};

describe("catalogue data", () => {
  it("is valid as shipped", () => {
    expect(() => validateCatalogue()).not.toThrow();
  });

  it.each([
    ["entries", '"0.15"', '"15%"', /entries\.json: 0\.visibleShare/],
    ["entries", '"product":"weilidai"', '"product":""', /no product names this entry/],
    ["lpr", "2019-09-20", "2019-08-01", /lpr\.json.*not in order/],
    ["lpr", "2019-09-20", "2019-09-31", /lpr\.json: 1\.from/],
    ["merchants", '"en":"JD.com"', '"en":""', /merchants\.json: 0\.name\.en/],
    ["background", "2021Q4", "2021Q5", /background\.json: improvements\.0\.quarter/],
  ] as const)("%s.json with %s become %s is refused", (file, from, to, message) => {
    expect(() => validateCatalogue(slip(file, from, to))).toThrow(message);
  });
});

describe("finding products and entries", () => {
  it("throws on a product that the catalogue does not have", () => {
    expect(findProduct("weilidai").name["zh-CN"]).toBe("微粒贷");
    expect(() => findProduct("we3000")).toThrow(new RangeError("not in the catalogue: we3000"));
  });

  it("has no entry of an unknown id", () => {
    expect(findEntry("mini-program")?.product).toBe("xiaoe-huaqian");
    expect(findEntry("back-door")).toBeUndefined();
  });

  it("lets only own and partner products with all figures be quoted", () => {
    expect(
      productList()
        .filter(isQuotable)
        .map(({ id }) => id),
    ).toEqual(["weilidai", "xiaoe-huaqian", "we2000"]);
    expect(() => quotableProduct("360-jietiao")).toThrow(/not Jiedao's to quote/);
  });

  it("may quote the default product", () => {
    expect(quotableProduct(DEFAULT_PRODUCT_ID).name.en).toBe("Weilidai");
  });

  it("bounds a loan by 100 yuan and the product's maximum", () => {
    expect(loanBounds(findProduct("weilidai"))).toEqual({ minimum: "100.00", maximum: "200000.00" });
    expect(() => loanBounds(findProduct("jiebei"))).toThrow(RangeError);
  });
});
