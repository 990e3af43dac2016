/** A question is answered where it is asked: only a command, a wish or a button leads away from what is under way. */

import { isQuotable, productList } from "../../../domain/product/catalogue.ts";
import { repayableLoans } from "../../../machines/journey/loans.ts";
import { asQuestion, type JourneyEvent } from "../../../machines/journey-events.ts";
import type { TopicId } from "../../../machines/topics.ts";
import type { Reading } from "../../reading/reading.ts";
import type { Situation, Understanding } from "../situation.ts";

/** Something is being filled in, decided upon or arranged. */
const underWay = /^(?:checkingEligibility|quoting|confirming|repaying)\.|^reminding\.(?!watching)/;

const begins =
  /^(?:so |and |but |ok |okay |please |hi |hey |,)*(?:do|does|did|is|are|was|were|am|can|could|will|would|shall|should|may|might|has|have|had|who|whom|whose|what|when|where|which|why|how)\b/;
const ends = /(?:吗|么|嘛|呢|没有?|不|[?？])[?？。!！~ ]*$/;

/** English asks by its first word, Chinese by its last. */
const isAsked = ({ text, asks }: Reading): boolean =>
  begins.test(text) || ends.test(text) || (asks && !wishes.test(text));

/** "pay what's due", "我要还到期的那几期": a wish with a word of asking in it. */
const wishes =
  /^(?:please |just |ok |okay )*(?:pay|repay|settle|show|remind|cancel|change|set|go|stop|let|give|i (?:want|need|would like)|i'd like)\b|^(?:那就?|请|麻烦)*(?:我[要想]|帮我|给我|提醒我|取消|改|还(?!是|有|能|可|要|会)|查|看)|^多(?:多少)?少还[上掉]?一?[点些个]/;

/** What a question leads on to, where there is something to lead to. */
const offered = (event: JourneyEvent, owes: boolean): JourneyEvent[] =>
  /^remind/.test(event.type) && !owes ? [] : [event];

/** Takes a message and what it was understood as. */
export function keptInPlace(said: Understanding, reading: Reading, situation: Situation): Understanding {
  const understanding = withoutRepayments(said, situation);
  if (!underWay.test(situation.path) || !isAsked(reading)) return understanding;
  const { event, alternatives = [] } = understanding;
  if (asQuestion(event) === "asked-back")
    return { ...understanding, event: { type: "unclear" }, alternatives: [event, ...alternatives] };
  const topic = topicOf(event, reading.text);
  if (topic === undefined || isExplained(event)) return understanding;
  const besides = [...offered(event, situation.context.loans.length > 0), ...alternatives];
  return {
    ...understanding,
    event: { type: "ask", topic },
    ...(besides.length > 0 && { alternatives: besides }),
  };
}

/** While all that is owed is being repaid nothing else can be paid, and no sum to pay is offered. */
function withoutRepayments(read: Understanding, { context }: Situation): Understanding {
  const { alternatives, ...rest } = read;
  if (!alternatives || context.processing.length === 0 || repayableLoans(context).length > 0) return read;
  const kept = alternatives.filter(({ type }) => type !== "repay");
  return kept.length === 0 ? rest : { ...rest, alternatives: kept };
}

/** Products that cannot be quoted here are explained in place. */
const isExplained = (event: JourneyEvent): boolean =>
  event.type === "product.choose" && !quotable.has(event.product);

/** People beside the borrower. */
const others =
  /妈|爸|老[公婆板]|家[人里]|父母|单位|同[事学]|朋友|\b(?:mother|father|wife|husband|family|boss)\b/;

/** Whether somebody else hears of it, or the borrower; a purpose that is only asked after is none. */
function topicOf(event: JourneyEvent, text: string): TopicId | undefined {
  if (event.type.startsWith("reminder.") && others.test(text)) return "who-is-told";
  const asksPurpose =
    event.type === "provide" && event.purpose !== undefined && !event.amount && !event.installments;
  if (asksPurpose) return "loan-purpose";
  const answered = asQuestion(event);
  return typeof answered === "string" ? undefined : answered.topic;
}

const quotable: ReadonlySet<string> = new Set(
  productList()
    .filter(isQuotable)
    .map(({ id }) => id),
);
