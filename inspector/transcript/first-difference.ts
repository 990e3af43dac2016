/** Where two ways through the same part of a story differ: states, money, what was done, what was said, all else. */

import { pathOf } from "../session/path.ts";
import type { Step } from "../session/session.ts";
import { diff } from "../stepping/diff.ts";
import { type Both, both } from "../stepping/refusals.ts";

export interface Ways {
  /** As the tester went; the last step is where they stood. */
  told: readonly Step[];
  /** As the transcript goes. */
  played: readonly Step[];
}

/** In the words of a sentence: "it stood at …, the transcript stands at …". undefined: the same story. */
export function firstDifference(ways: Ways): Both | undefined {
  const [there, here] = [ways.told.at(-1), ways.played.at(-1)];
  if (!there || !here) return undefined;
  const compared: readonly [Both, unknown, unknown][] = [
    [both("state", "状态"), pathOf(there.world.value), pathOf(here.world.value)],
    [both("loans", "借款"), there.world.loans, here.world.loans],
    [both("repayments under way", "进行中的还款"), there.world.begun, here.world.begun],
    [both("waiting for", "等待答复"), there.world.commands, here.world.commands],
    [both("effects", "效果"), effectsOf(ways.told), effectsOf(ways.played)],
    [both("replies", "回复"), repliesOf(ways.told), repliesOf(ways.played)],
    [both("context", "上下文"), there.world.context, here.world.context],
    [both("deadlines", "期限"), there.world.deadlines, here.world.deadlines],
    [both("clock", "时钟"), there.world.at, here.world.at],
  ];
  for (const [name, told, played] of compared) {
    const [change] = diff(told, played);
    if (change) return sentence(name, change.path, [change.before, change.after]);
  }
  return undefined;
}

const effectsOf = (steps: readonly Step[]) => steps.flatMap(({ effects }) => effects);
const repliesOf = (steps: readonly Step[]) => steps.flatMap(({ reply }) => (reply ? [reply] : []));

function sentence(name: Both, path: string, [told, played]: [unknown, unknown]): Both {
  const at = path === "" ? "" : ` ${path}`;
  return both(
    `${name.en}${at}: ${short(told)} in the session, ${short(played)} in the transcript`,
    `${name["zh-CN"]}${at}：会话里是${short(told)}，脚本里是${short(played)}`,
  );
}

const longest = 120;

function short(value: unknown): string {
  if (value === undefined) return "–";
  const text = (typeof value === "string" ? value : JSON.stringify(value)).replace(/\s+/g, " ");
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
