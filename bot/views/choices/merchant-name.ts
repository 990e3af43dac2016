import { merchantList } from "../../../domain/purchase/merchant-checkout.ts";
import type { Locale } from "../../messages.ts";

/** A merchant that is no longer connected goes by its id. */
export const merchantName = (id: string, locale: Locale): string =>
  merchantList().find((merchant) => merchant.id === id)?.name[locale] ?? id;
