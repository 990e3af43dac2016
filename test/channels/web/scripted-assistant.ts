/**
 * An assistant with a fixed part, for looking at the messenger alone: it keeps what was said in memory, takes
 * each message id once, and answers through the channel as the real one does.
 */
import type { Assistant, HistoryItem } from "../../../bot/assistant.ts";
import type { Channel } from "../../../bot/channels/channel.ts";
import type { Address, Button, Card, Inbound, Outbound } from "../../../bot/messages.ts";
import { StorageUnavailable } from "../../../bot/storage-unavailable.ts";
import type { Locale } from "../../../domain/language/languages.ts";

/** A button by its label, or with what it weighs. */
type ButtonShown = string | Omit<Button, "id">;
type Answer = Partial<Omit<Outbound, "buttons">> & { text: string; buttons?: ButtonShown[][] };
/** The part: what is answered to which text, button label or "/command". */
export type Part = (said: string, locale: Locale) => Answer[];

export interface ScriptedAssistant extends Assistant {
  /** Every message received, duplicates too. */
  readonly received: Inbound[];
  /** False: nothing can be stored, as when the database is away. */
  storing: boolean;
  /** What is said and makes it throw, each time. */
  readonly faulty: Set<string>;
  /** Says something without being asked, as a reminder does. */
  tell(address: Address, answer: Answer): Promise<void>;
  /** Until the returned function is called, messages are received but not yet handled. */
  holdBack(): () => void;
}

export function createScriptedAssistant(part: Part, channel: Channel, startAt: string): ScriptedAssistant {
  const chats = new Map<string, HistoryItem[]>();
  const handled = new Set<string>();
  const labels = new Map<string, string>();
  let lastId = 0;
  let barrier = Promise.resolve();

  const chatOf = ({ chatId }: Address): HistoryItem[] => {
    const chat = chats.get(chatId) ?? [];
    chats.set(chatId, chat);
    return chat;
  };
  const append = (address: Address, message: HistoryItem["message"]) => {
    const id = ++lastId;
    chatOf(address).push({ id, at: new Date(Date.parse(startAt) + id * 20_000).toISOString(), message });
    return id;
  };
  const saidBy = (inbound: Inbound): string => {
    if (inbound.kind === "text") return inbound.text;
    if (inbound.kind === "button") return labels.get(inbound.buttonId) ?? "";
    return inbound.kind === "command" ? `/${inbound.name}` : "";
  };

  const assistant: ScriptedAssistant = {
    received: [],
    storing: true,
    faulty: new Set(),
    async receive(inbound) {
      assistant.received.push(inbound);
      await barrier;
      if (!assistant.storing) throw new StorageUnavailable();
      const key = `${inbound.chatId} ${inbound.messageId}`;
      if (handled.has(key)) return { outcome: "duplicate" };
      const said = saidBy(inbound);
      if (assistant.faulty.has(said)) throw new Error("a bug");
      if (said === "") return { outcome: "refused", notice: "That button is no longer the offer." };
      handled.add(key);
      append(inbound, { from: "borrower", text: said });
      for (const answer of part(said, inbound.languageHint?.startsWith("en") ? "en" : "zh-CN")) {
        await assistant.tell(inbound, answer);
      }
      return { outcome: "handled" };
    },
    async history(
      address,
      { after, before = Number.POSITIVE_INFINITY, limit = Number.POSITIVE_INFINITY } = {},
    ) {
      if (!assistant.storing) throw new StorageUnavailable();
      const items = chatOf(address).filter(({ id }) => id > (after ?? 0) && id < before);
      return after === undefined ? items.slice(-limit) : items.slice(0, limit);
    },
    async tell(address, { buttons = [], ...answer }) {
      const rows = buttons.map((row) =>
        row.map((shown) => {
          const button = typeof shown === "string" ? { label: shown } : shown;
          const id = `b${labels.size}`;
          labels.set(id, button.label);
          return { ...button, id };
        }),
      );
      const outbound: Outbound = { stage: "idle", locale: "zh-CN", menu: false, ...answer, buttons: rows };
      const item = append(address, { from: "assistant", outbound });
      await channel.deliver({ outboxId: String(item), conversationId: address.chatId, address, outbound });
    },
    holdBack() {
      let release = () => {};
      barrier = new Promise<void>((resolve) => {
        release = resolve;
      });
      return () => release();
    },
  };
  return assistant;
}

/** Ten equal principal parts of 2,000 with 30 days' interest at 0.03 % a day on what is left, for the look of it. */
const sampleCard: Card = {
  title: "还款计划",
  facts: [
    { label: "借款金额", value: "¥20,000.00" },
    { label: "期数", value: "10 期" },
    { label: "还款方式", value: "等额本金" },
    { label: "日利率", value: "0.03%" },
    { label: "总利息", value: "¥990.00" },
    { label: "年化利率（单利）", value: "10.80%" },
  ],
  columns: ["期", "还款日", "本金", "利息", "应还", "剩余本金"],
  rows: Array.from({ length: 10 }, (_, index) => [
    String(index + 1),
    `2026-${String(index + 3).padStart(2, "0")}-10`,
    "2,000.00",
    `${180 - 18 * index}.00`,
    `${(2180 - 18 * index).toLocaleString("en")}.00`,
    `${(18000 - 2000 * index).toLocaleString("en")}.00`,
  ]),
  footnote: "年化利率按实际现金流的内部收益率计算。\n演示资金：以上都是模拟，不会动用真钱。",
};

export const samplePart: Part = (said, locale) => {
  if (said.includes("20000")) {
    return [
      {
        text: "报价好了：微粒贷，借 ¥20,000.00，分10期，等额本金。\n利息共 ¥990.00，连本带息还 ¥20,990.00。首期 3月10日 还 ¥2,180.00。\n\n报价有效到 11月24日 22:49。每一期的明细在下面。",
        card: sampleCard,
        stage: "quoting",
        locale,
        buttons: [[{ label: "同意报价", weight: "main" }], ["改金额", "改期数", "取消"]],
      },
    ];
  }
  if (locale === "en") {
    return [
      {
        text: "Hello, I am Jiedao. I show you where to borrow, whether you qualify, and what it costs.\n\nYour data is used for the assessment only.",
        stage: "welcoming",
        locale,
        buttons: [["Agree and continue", "Decline"], ["语言 Language"]],
      },
    ];
  }
  if (said === "同意报价")
    return [
      {
        text: "最后一步。",
        buttons: [[{ label: "确认借款 ¥20,000.00，分10期", weight: "binding" }], ["返回", "取消"]],
      },
    ];
  if (said === "取消")
    return [{ text: "已取消，没有产生任何借款。", stage: "idle", buttons: [["借钱", "还款"]] }];
  return [
    {
      text: "你好，我是借道。\n\n我可以告诉你借款入口在哪、你符不符合条件、能借多少、利息多少。",
      stage: "locatingEntry",
    },
    {
      text: "先说清楚隐私：你的数据只用来评估风险，不会提供给第三方商业机构。",
      stage: "locatingEntry",
      buttons: [["同意并继续", "不同意"], ["语言 Language"]],
    },
  ];
};
