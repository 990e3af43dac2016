const names: readonly (readonly [RegExp, string])[] = [
  [/小鹅|xiao'?e/, "xiaoe-huaqian"],
  [/we ?2000/, "we2000"],
  [/微粒贷|weilidai/, "weilidai"],
];

/** The product that a wish names, "用小鹅花钱借5000"; absent when it names none, or several. `text` is normalised. */
export function productNamed(text: string): string | undefined {
  const named = names.filter(([name]) => name.test(text));
  return named.length === 1 ? named[0]?.[1] : undefined;
}
