/** What can be asked about, by the id of its folder: the journey passes it on, and knows none by itself. */
import { z } from "zod";

export const topicSchema = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);
export type TopicId = z.infer<typeof topicSchema>;
