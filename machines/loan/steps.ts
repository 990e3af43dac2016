/** Where a loan goes: how late it is and what comes next decide, the most pressing first. */
const ways = [
  { guard: "isSettled", target: "#loan.settled" },
  { guard: "isForLetter", target: "#loan.overdue.letter" },
  { guard: "isForCall", target: "#loan.overdue.call" },
  { guard: "isForReminder", target: "#loan.overdue.reminder" },
  { guard: "isDue", target: "#loan.due" },
  { guard: "isDueSoon", target: "#loan.dueSoon" },
  { target: "#loan.active" },
] as const;

/** Of every stage in which something is still to be paid. */
export const steps = { businessDay: ways, paid: ways, reversed: ways } as const;

/** Of a loan that was settled: its last payment bounced, and it goes on as if that had never come. */
export const reopening = { reversed: ways } as const;
