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

/** What becomes of whoever does not pay: a question, not a wish. */
export const asksConsequences =
  /会[怎咋]|后果|影响|征信|罚息|利息|起诉|坐牢|怎么算|上报|what (?:happens|if)|penalt|credit (?:report|record|score)/;
