CREATE TABLE "settings" (
	"name" text PRIMARY KEY NOT NULL,
	"value" integer NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unreachable_chats" (
	"conversation_id" uuid PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"history_id" bigint DEFAULT nextval('history_seq') NOT NULL
);
--> statement-breakpoint
ALTER TABLE "unreachable_chats" ADD CONSTRAINT "unreachable_chats_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Chats whose latest reply was refused, as far as the replies tell.
INSERT INTO "unreachable_chats" ("conversation_id", "reason", "since", "history_id")
SELECT "conversation_id", 'refused', max("at"), max("history_id") FROM "outbox" refused
WHERE "status" = 'unreachable' AND NOT EXISTS (
  SELECT FROM "outbox" later WHERE later."conversation_id" = refused."conversation_id" AND later."status" = 'sent'
    AND later."history_id" > refused."history_id")
GROUP BY "conversation_id";
