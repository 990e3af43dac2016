/** npm run topics: what the topics say, to whom; and whether they are whole. */
import { parseArgs } from "node:util";
import { readTopics, type Topic } from "../../bot/knowledge/topics.ts";
import { messagesIn } from "../../bot/locales/messages-in.ts";
import { loanPositionsOf } from "../../bot/views/figures/loan-positions.ts";
import { journeyPath } from "../../bot/views/journey-path.ts";
import { topicAnswer } from "../../bot/views/knowledge/answer-to.ts";
import { topicFaults } from "../../bot/views/knowledge/faults.ts";
import { locales } from "../../domain/language/languages.ts";
import { borrowerStates } from "../eval/borrower-states.ts";

const usage = `npm run topics -- [TOPIC…] [--intent NAME]

  Without a name: checks every topic and counts them.
  With names: checks these, and shows their answers as borrowers of different states get them, each once.`;

function show(topic: Topic): void {
  console.log(`\n== ${topic.intent}/${topic.id}`);
  for (const locale of locales) {
    const seen = new Map<string, string[]>();
    for (const [name, { value, context }] of Object.entries(borrowerStates)) {
      const path = journeyPath(value);
      const scope = {
        ...{ path, locale, m: messagesIn(locale), loanPositions: loanPositionsOf(context) },
        context: { ...context, locale },
      };
      const { text, card, offers } = topicAnswer(topic, scope);
      const shown = `${text}${card ? `\n[card: ${card.title}]` : ""}\n[${offers.map(({ label }) => label).join("] [")}]`;
      seen.set(shown, [...(seen.get(shown) ?? []), name]);
    }
    console.log(`\n-- ${locale}: ${topic.texts.get(locale)?.title}`);
    for (const [shown, names] of seen) console.log(`(${names.join(", ")})\n${shown}\n`);
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { intent: { type: "string" }, help: { type: "boolean", default: false } },
});
if (values.help) console.log(usage);
else {
  const topics = readTopics();
  const wanted = topics.filter(
    ({ id, intent }) => positionals.includes(id) || (values.intent !== undefined && intent === values.intent),
  );
  const unknown = positionals.filter((name) => topics.every(({ id }) => id !== name));
  const faults = [
    ...unknown.map((name) => `no topic is named ${name}`),
    ...(wanted.length > 0 ? wanted : topics).flatMap((topic) => topicFaults(topic, topics)),
  ];
  for (const topic of wanted) show(topic);
  console.log(`${topics.length} topics, ${faults.length} faults`);
  for (const fault of faults) console.log(`  ${fault}`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
