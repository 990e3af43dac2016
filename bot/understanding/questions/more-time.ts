/** What putting a payment off is called, in one place: asked for, taken back, and asked about. */

/** An extension by its name. */
const zh = "延期|展期";
const en = "extension|deferral|deferment";

/** Wanted by whoever owes. */
export const namesExtension = new RegExp(`${zh}|${en}|\\bdefer|postpone`);

export const withdrawsExtension = new RegExp(
  `(?:取消|撤回|收回|撤销|撤掉)(?:掉|了)?(?:我?的?|那个|这个)(?:${zh})|(?:${zh})(?:的?申请)?(?:取消|撤回|撤销|撤掉|不要了)|(?:不要|不想|不用|不需要)(?:再|申请)*(?:${zh})|` +
    `(?:cancel|withdraw|take back|drop|undo|retract|revoke|call off|don't (?:need|want)|do not (?:need|want)) (?:my |the |that |this |an? )?(?:request for (?:an? |the )?)?(?:${en}|more time)`,
);

/** A due date to be another one, for whatever reason. */
export const movesDueDate = new RegExp(
  `${namesExtension.source}|\\bextend|延后|推迟|(?:改|换|调|变更|修改|更改).{0,6}(?:还款日|还款时间|日期|日子|账单日)|(?:还款日|还款时间|日期|账单日).{0,6}(?:改|换|调|变更|提前到|推)|` +
    "(?:change|move|shift|adjust|push|delay).{0,24}(?:dates?|days?|deadline|payments?|repayment|installments?)\\b|due dates?.{0,20}(?:be )?(?:changed?|moved?|shift|adjust)",
);

const later =
  /宽限|(?:晚|迟|缓|延迟)(?:几|两|一|三|\d{1,2})?(?:天|周|个?星期|个?月|点|些|一下)?(?:再|才)?还|(?:pay|repay).{0,12}\blater\b|more time|grace period|payment (?:holiday|break)/;

/** What becomes of whoever does not pay: a question, not a wish. */
export const asksConsequences =
  /会[怎咋]|后果|影响|征信|罚息|利息|起诉|坐牢|怎么算|上报|what (?:happens|if)|penalt|credit (?:report|record|score)/;

/** Asks whether one may pay later. */
export const asksMoreTime = (text: string): boolean =>
  (movesDueDate.test(text) || later.test(text)) && !asksConsequences.test(text) && !/逾期|overdue/.test(text);
