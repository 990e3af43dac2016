/** What understanding asks of a language model: an answer to a prompt, as text. Never called unless configured. */
export interface LanguageModel {
  /** Rejects when there is no answer in time, or none at all. */
  complete(prompt: ModelPrompt): Promise<string>;
}

export interface ModelPrompt {
  system: string;
  user: string;
}

/** The endpoint did not answer, or not as its protocol says. Carries nothing of what was asked. */
export class LanguageModelUnavailable extends Error {
  override readonly name = "LanguageModelUnavailable";
}
