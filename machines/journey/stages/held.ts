/** What a borrower cannot do while money is on its way: each is answered, none moves the journey. */
const waiting = { actions: { type: "tell", params: { kind: "cannot-cancel" } } } as const;

export const heldWhileMoneyMoves = {
  cancel: waiting,
  back: waiting,
  home: waiting,
  borrow: waiting,
  "product.choose": waiting,
  buy: waiting,
  provide: waiting,
  locate: waiting,
  "entry.choose": waiting,
  repay: waiting,
  "repay.kind": waiting,
  "loans.show": waiting,
  "reminder.choose": waiting,
  "amount.change": waiting,
  "term.change": waiting,
  "persona.choose": waiting,
  "clock.forward": waiting,
  "quote.expired": {},
  "idle.nudge": {},
} as const;
