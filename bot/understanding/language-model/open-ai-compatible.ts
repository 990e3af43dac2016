import { z } from "zod";
import { type LanguageModel, LanguageModelUnavailable, type ModelPrompt } from "./language-model.ts";

export interface ModelEndpoint {
  /** Up to and without "/chat/completions". */
  baseUrl: string;
  model: string;
  apiKey?: string;
  /** A borrower is waiting: after this the rules' own answer stands. */
  timeoutMs: number;
}

const completionSchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

function requestOf({ model, apiKey, timeoutMs }: ModelEndpoint, { system, user }: ModelPrompt): RequestInit {
  return {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }),
    },
    body: JSON.stringify({
      model,
      temperature: 0,
      response_format: { type: "json_object" },
      messages: [
        { role: "system", content: system },
        { role: "user", content: user },
      ],
    }),
    signal: AbortSignal.timeout(timeoutMs),
  };
}

async function answerOf(endpoint: ModelEndpoint, prompt: ModelPrompt): Promise<string> {
  const response = await fetch(`${endpoint.baseUrl}/chat/completions`, requestOf(endpoint, prompt));
  if (!response.ok) throw new LanguageModelUnavailable(`The language model answered ${response.status}`);
  const [choice] = completionSchema.parse(await response.json()).choices;
  return choice?.message.content ?? "";
}

/** A language model behind any endpoint that speaks OpenAI's chat completions. */
export function openAiCompatible(endpoint: ModelEndpoint): LanguageModel {
  return {
    complete: (prompt) =>
      answerOf(endpoint, prompt).catch((error: unknown) => {
        if (error instanceof LanguageModelUnavailable) throw error;
        const reason = error instanceof Error ? error.name : "unknown";
        throw new LanguageModelUnavailable(`The language model gave no answer (${reason})`);
      }),
  };
}
