/** Where a loan goes from any open stage: its standing decides, the most pressing first. */
const ways = [
  { guard: "isSettled", target: "#loan.settled" },
  { guard: "isForLetter", target: "#loan.overdue.letter" },
  { guard: "isForCall", target: "#loan.overdue.call" },
  { guard: "isForReminder", target: "#loan.overdue.reminder" },
  { guard: "isDue", target: "#loan.due" },
  { guard: "isDueSoon", target: "#loan.dueSoon" },
  { target: "#loan.active" },
] as const;

export const steps = { businessDay: ways, paid: ways } as const;
