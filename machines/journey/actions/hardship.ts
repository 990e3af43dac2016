/** For whoever cannot pay on the day: a promise, an extension, a person. */
import { shanghaiDate, startOfDayInShanghai } from "../../../domain/calendar/dates.ts";
import { repaidBy } from "../../../domain/overdue/promise-status.ts";
import type { Effect } from "../../effects.ts";
import type { JourneyContext } from "../../journey-context.ts";
import { arranged, claimsOf, daysToName, isUnpaid, mayName, promisedAmount } from "../arrangements.ts";
import { openPromise } from "../open-promise.ts";
import { reminderTime } from "../reminder-deadlines.ts";
import { eventOf, type Outcome, present, type Scope } from "./plan.ts";

export function makePromise(scope: Scope): Outcome {
  const { context } = scope;
  const { on, amount, turnId: id, at } = eventOf(scope, "promise.make");
  const today = shanghaiDate(at);
  const judged = promisedAmount(context, { on, amount });
  const promise = {
    ...{ id, madeOn: today, promisedOn: on },
    amount: present(judged.ok ? judged.amount : undefined, "the amount promised"),
    paidBefore: repaidBy(context.loans, today).toFixed(2),
  };
  return {
    assign: arranged(context, { promise }),
    notices: [{ kind: "promise-made" }],
    effects: [{ fact: "promise.made", promise }, dayDeadline(context, { of: "promise", id, on })],
  };
}

export function refusePromise(scope: Scope): Outcome {
  const { context } = scope;
  const { on: given, amount } = eventOf(scope, "promise.make");
  if (!mayName(context, "promise", given))
    return { notices: [{ kind: "promise-refused", given, ...daysToName(context, "promise") }] };
  const judged = promisedAmount(context, { on: given, amount });
  if (judged.ok) return {};
  const { ok: _, ...refused } = judged;
  return { notices: [{ kind: "amount-refused", ...refused }] };
}

export function withdrawPromise({ context, event }: Scope): Outcome {
  if (!openPromise(context)) return { notices: [{ kind: "not-now" }] };
  return {
    assign: arranged(context, { promise: null }),
    notices: [{ kind: "promise-withdrawn" }],
    effects: [
      { fact: "promise.withdrawn", on: shanghaiDate(event.at) },
      { deadline: "clear", key: "arrangement:promise" },
    ],
  };
}

interface Day {
  of: "promise" | "extension";
  id: string;
  on: string;
}

/** On the day itself the borrower hears of it once more. */
const dayDeadline = (context: JourneyContext, { of, id, on }: Day): Effect => ({
  deadline: "set",
  key: `arrangement:${of}`,
  at: startOfDayInShanghai(on, reminderTime(context)),
  event: { type: "arrangement.due", of, id },
});

/** Silent where all was paid, or is on its way. */
export function tellDayHasCome(scope: Scope): Outcome {
  const { of, id, at } = eventOf(scope, "arrangement.due");
  const context = { ...scope.context, at };
  const current = context.arrangements[of]?.id === id;
  const kept = of === "promise" && !openPromise(context);
  const unpaid = claimsOf(context).some((claim) => isUnpaid(context, claim));
  return current && !kept && unpaid ? { notices: [{ kind: "day-has-come", of }] } : {};
}

/** For the installment that is to be paid first. */
export function askExtension(scope: Scope): Outcome {
  const { context } = scope;
  const { on: until, turnId: id } = eventOf(scope, "extension.request");
  const { loanId, installment } = present(claimsOf(context)[0], "something to pay");
  return {
    assign: arranged(context, { extension: { id, loanId, installment, until, decision: "waiting" } }),
    notices: [{ kind: "extension-asked" }],
    effects: [{ fact: "staff.asked", kind: "extension", of: { loanId, installment, until } }],
  };
}

export const refuseExtension = (scope: Scope): Outcome => ({
  notices: [
    {
      kind: "extension-refused",
      given: eventOf(scope, "extension.request").on,
      ...daysToName(scope.context, "extension"),
    },
  ],
});

/** Asked again for the same reason while it waits, it is the same request. */
export function askPerson(scope: Scope): Outcome {
  const { context } = scope;
  const { reason = "contact", turnId: id } = eventOf(scope, "person.request");
  const { requests } = context.arrangements;
  const again = requests.some((request) => request.reason === reason);
  const notices: Outcome["notices"] = [{ kind: "person-asked", reason, again }];
  if (again) return { notices };
  return {
    assign: arranged(context, { requests: [...requests, { id, reason }] }),
    notices,
    effects: [{ fact: "staff.asked", kind: "person", reason }],
  };
}

/** Told in any case; an extension that was given lets reminders rest until its day. */
export function takeDecision(scope: Scope): Outcome {
  const { context } = scope;
  const { requestId, decision, until, reply } = eventOf(scope, "request.decided");
  const { extension, requests } = context.arrangements;
  const told = {
    kind: "request-decided" as const,
    decision,
    ...(until && { until }),
    ...(reply && { reply }),
  };
  if (requests.some(({ id }) => id === requestId))
    return {
      assign: arranged(context, { requests: requests.filter(({ id }) => id !== requestId) }),
      notices: [told],
    };
  if (extension?.id !== requestId || decision === "answered") return { notices: [told] };
  const decided = { ...extension, decision, ...(until && { until }) };
  return {
    assign: arranged(context, { extension: decided }),
    notices: [told],
    effects:
      decision === "approved"
        ? [dayDeadline(context, { of: "extension", id: requestId, on: decided.until })]
        : [],
  };
}
