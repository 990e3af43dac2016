import { percent } from "../../../views/figures/figures.ts";
import type { Messages } from "../../messages.ts";
import { both } from "../format.ts";

export const locatingEntry: Messages["locatingEntry"] = {
  choose:
    "Several ways in WeChat lead to a loan, and not everyone sees each of them. Pick one and I will show you how to get there.",
  leadsTo: ({ name, products }) => `“${name}” leads to ${both(products)}. The steps are below.`,
  seenBy: ({ share, asOf }) =>
    `About ${percent(share)} of users have this entry (${asOf} figures). If you don't see it, it is most likely not open to you yet; you did nothing wrong.`,
  unseen:
    "Not everyone has this entry. If you don't see it, it is most likely not open to you yet; you did nothing wrong.",
  notFound: "I know nothing about that entry; have a look at the others.",
  card: {
    entries: "Borrowing entries in WeChat",
    entry: "Entry",
    product: "Product",
    seen: "Seen by",
    step: "Step",
    tap: "Tap",
    unknown: "not published",
    about: (share) => `about ${percent(share)}`,
  },
  situation: {
    choosing: "you were choosing which borrowing entry to look at",
    showing: "you were reading how to reach an entry: you can borrow right here, or look at another one",
    showingInArrears: "you were reading how to reach an entry: you can look at another one, or go home",
  },
};
