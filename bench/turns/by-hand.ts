/**
 * Subject 2: the same bot with one turn's reads and writes in hand-written postgres.js: what the turn's
 * statements alone cost, without machine, understanding, views or drizzle.
 */
import { Bot, type Context, webhookCallback } from "grammy";
import postgres from "postgres";
import { newId } from "../../bot/clock.ts";
import { argument, secret, serveSubject, token, webhookPath } from "./serve-subject.ts";

const sql = postgres(argument(1), { max: 10, onnotice: () => {} });
const bot = new Bot(token, { client: { apiRoot: argument(0) } });

/** As large as a real one at the same point of the journey. */
const snapshot = { machine: "journey", version: 1, filler: "x".repeat(900) };
const outbound = { text: "你好，我是借道。".repeat(12), buttons: [], stage: "welcoming", locale: "zh-CN" };

interface Chat {
  id: string;
  seq: number;
}
const chats = new Map<number, Chat>();

async function begin(chatId: number): Promise<Chat> {
  const id = newId();
  const borrower = newId();
  await sql`insert into borrowers (id, locale) values (${borrower}, 'zh-CN')`;
  await sql`insert into conversations (id, channel, chat_id, sender_id, borrower_id, seq, snapshot, stage, locale)
    values (${id}, 'telegram', ${chatId}, ${chatId}, ${borrower}, 0, ${sql.json(snapshot)}, 'welcoming', 'zh-CN')`;
  const chat = { id, seq: 0 };
  chats.set(chatId, chat);
  return chat;
}

async function turn(ctx: Context): Promise<void> {
  const { chat: { id: chatId } = { id: 0 }, message } = ctx;
  const chat = chats.get(chatId) ?? (await begin(chatId));
  const turnId = newId();
  const replyId = newId();
  const at = new Date().toISOString();
  await sql.begin((tx) => [
    tx`insert into inbox (conversation_id, message_id, turn_id, text, at)
      values (${chat.id}, ${`m${message?.message_id}`}, ${turnId}, ${message?.text ?? ""}, ${at})
      on conflict do nothing returning history_id`,
    tx`update conversations set seq = ${chat.seq + 1}, snapshot = ${tx.json(snapshot)}, stage = 'welcoming',
      locale = 'zh-CN', clock_offset_ms = 0 where id = ${chat.id} and seq = ${chat.seq} returning seq`,
    tx`insert into outbox (id, conversation_id, turn_id, outbound, at)
      values (${replyId}, ${chat.id}, ${turnId}, ${tx.json(outbound)}, ${at})`,
    tx`insert into deliveries as d (conversation_id, holder, leased_until)
      values (${chat.id}, ${turnId}, now() + interval '20 seconds')
      on conflict (conversation_id) do update set
        holder = case when d.leased_until > now() then d.holder else excluded.holder end,
        leased_until = case when d.leased_until > now() then d.leased_until else excluded.leased_until end,
        asked = coalesce(d.leased_until > now(), false)
      returning holder`,
    tx`select id from graphile_worker.add_job('deliver', json_build_object('conversationId', ${chat.id}::text),
      job_key => ${`deliver:${chat.id}`}, run_at => now() + interval '30 seconds')`,
  ]);
  chat.seq += 1;
  await sql`select * from outbox where conversation_id = ${chat.id} and status = 'pending' order by history_id`;
  const sent = await ctx.reply(outbound.text);
  await sql.begin((tx) => [
    tx`update outbox set status = 'sent', sent_ref = ${sent.message_id}, sent_at = ${at}, attempts = attempts + 1
      where id = ${replyId} and status = 'pending'`,
    tx`update deliveries set holder = case when asked then holder end,
      leased_until = case when asked then now() + interval '20 seconds' end, asked = false
      where conversation_id = ${chat.id} and holder = ${turnId} returning holder`,
  ]);
}

bot.on("message", turn);
serveSubject((app) => app.post(webhookPath, webhookCallback(bot, "hono", { secretToken: secret })));
