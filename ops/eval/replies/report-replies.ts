/** How many replies are of the topic and tell the facts, by state; and each one in full, for reading. */
import type { JudgedReply } from "./judge-replies.ts";

const share = (count: number, of: number): string =>
  `${of === 0 ? "-" : ((100 * count) / of).toFixed(1)} % (${count}/${of})`;

const isWhole = ({ faults }: JudgedReply): boolean => faults.length === 0;

function line(title: string, judged: readonly JudgedReply[]): string {
  const of = judged.length;
  const right = judged.filter(({ topic }) => topic === "right").length;
  const offered = judged.filter(({ topic }) => topic !== "wrong").length;
  const asked = judged.filter(
    ({ expected: { facts, says, never } }) => facts.length + says.length + never.length > 0,
  );
  return `${title.padEnd(18)} topic ${share(right, of)}, or asked back with it ${share(offered, of)}; facts told ${share(asked.filter(isWhole).length, asked.length)}`;
}

export function repliesReport(judged: readonly JudgedReply[]): string[] {
  const states = [...new Set(judged.map(({ expected }) => expected.state))];
  const of = (key: (one: JudgedReply) => boolean) => judged.filter(key);
  return [
    line("all", judged),
    line(
      "zh",
      of(({ expected }) => expected.lang === "zh"),
    ),
    line(
      "en",
      of(({ expected }) => expected.lang === "en"),
    ),
    ...states.map((state) =>
      line(
        state,
        of(({ expected }) => expected.state === state),
      ),
    ),
  ];
}

/** One reply as the borrower sees it. */
export function replyLines({ expected, played: { reply }, topic, faults }: JudgedReply): string[] {
  return [
    `## ${expected.state} · ${expected.topic} · ${topic}${faults.length > 0 ? ` · ${faults.join("; ")}` : ""}`,
    `> ${expected.text}`,
    reply.text,
    ...(reply.card ? [`[card] ${reply.card.title}`] : []),
    reply.buttons.map((row) => row.map(({ label }) => `[${label}]`).join(" ")).join(" "),
    "",
  ];
}
