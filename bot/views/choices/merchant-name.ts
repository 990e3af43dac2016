import type { Locale } from "../../../domain/language/languages.ts";
import { nameIn } from "../../../domain/language/local-name.ts";
import { merchantList } from "../../../domain/purchase/merchant-checkout.ts";

/** A merchant that is no longer connected goes by its id. */
export const merchantName = (id: string, locale: Locale): string =>
  nameIn(merchantList().find((merchant) => merchant.id === id)?.name, locale) ?? id;
