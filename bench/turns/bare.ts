/** Subject 1: a bare grammY webhook bot that answers each message with one call. */
import { Bot, webhookCallback } from "grammy";
import { argument, secret, serveSubject, token, webhookPath } from "./serve-subject.ts";

const bot = new Bot(token, { client: { apiRoot: argument(0) } });
bot.on("message", (ctx) => ctx.reply("你好，我是借道。"));
serveSubject((app) => app.post(webhookPath, webhookCallback(bot, "hono", { secretToken: secret })));
