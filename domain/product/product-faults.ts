/** What is wrong with the product file, in one sentence that names product and field. It is edited by hand. */
import type { QuotableProduct } from "./catalogue.ts";
import { contradictions } from "./product-contradictions.ts";
import { type FieldRule, isFields, isRequired, type ProductFields, productFields } from "./product-fields.ts";

/** Every field that a product lacks, does not have, or states in a way that nothing can be made of. */
function fieldFaults(product: ProductFields, rules: Record<string, FieldRule>, path = ""): string[] {
  const unknown = Object.keys(product).filter((name) => !(name in rules));
  return [
    ...unknown.map((name) => `${path}${name}: 没有这一项 / is no field of a product`),
    ...Object.entries(rules).flatMap(([name, rule]) => {
      const value = product[name];
      const at = `${path}${name}`;
      if (value === undefined) return isRequired(rule, product) ? [`${at}: 缺了 / is missing`] : [];
      if (rule.fields === undefined)
        return rule.is(value) ? [] : [`${at}: 应为${rule.zh} / must be ${rule.en}`];
      return isFields(value) ? fieldFaults(value, rule.fields, `${at}.`) : [`${at}: 缺了 / is missing`];
    }),
  ];
}

/**
 * The first fault of a product file, or undefined: "产品/product weilidai: conventions.repayment.penalty.graceDays: ...".
 * `entryIds`: the places that exist.
 */
export function productFault(list: unknown, entryIds: readonly string[]): string | undefined {
  if (!Array.isArray(list) || !list.every(isFields))
    return "产品/products: 应为对象的列表 / must be a list of objects";
  for (const [index, product] of list.entries()) {
    const { id } = product;
    const name = typeof id === "string" ? id : `no. ${index + 1}`;
    const [fault] = fieldFaults(product, productFields);
    if (fault !== undefined) return `产品/product ${name}: ${fault}`;
  }
  const [fault] = contradictions(list as unknown as QuotableProduct[], entryIds);
  return fault && `产品/product ${fault.product}: ${fault.field}: ${fault.zh} / ${fault.en}`;
}
