/** `npm start`: the assistant with its channels and jobs, campaigns, and the inspector, in one process. */
import { runAssistant } from "../../bot/main.ts";
import { inspectorBeside } from "../../inspector/beside.ts";
import { campaignsExtension } from "../campaigns/campaigns-extension.ts";
import { deskOf } from "./inspector-desk.ts";

await runAssistant(process.env, [campaignsExtension, inspectorBeside(deskOf(process.env))]);
