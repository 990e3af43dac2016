CREATE TABLE "campaigns" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "campaigns_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"status" text NOT NULL,
	"audience" jsonb NOT NULL,
	"on" date NOT NULL,
	"size" integer NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"approved_by" text,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "campaigns_status" CHECK ("campaigns"."status" in ('awaiting-approval', 'running', 'paused', 'cancelled', 'done')),
	CONSTRAINT "campaigns_size" CHECK ("campaigns"."size" > 0),
	CONSTRAINT "campaigns_second_operator" CHECK ("campaigns"."approved_by" <> "campaigns"."created_by"),
	CONSTRAINT "campaigns_finished" CHECK (("campaigns"."status" in ('cancelled', 'done')) = ("campaigns"."finished_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "contact_preferences" (
	"applicant_id" uuid PRIMARY KEY NOT NULL,
	"time_zone" text DEFAULT 'Asia/Shanghai' NOT NULL,
	"stopped_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "contacts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"applicant_id" uuid NOT NULL,
	"loan_id" text NOT NULL,
	"installment" integer NOT NULL,
	"stage" text NOT NULL,
	"channel" text NOT NULL,
	"required" boolean NOT NULL,
	"outcome" text NOT NULL,
	"reason" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "contacts_stage" CHECK ("contacts"."stage" in ('before', 'due', 'overdue-1', 'overdue-2', 'overdue-3')),
	CONSTRAINT "contacts_channel" CHECK ("contacts"."channel" in ('chat', 'sms')),
	CONSTRAINT "contacts_outcome" CHECK ("contacts"."outcome" in ('sent', 'failed', 'unreachable', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "dispatches" (
	"loan_id" text NOT NULL,
	"installment" integer NOT NULL,
	"stage" text NOT NULL,
	"campaign_id" integer NOT NULL,
	"batch" integer NOT NULL,
	"status" text DEFAULT 'planned' NOT NULL,
	"reason" text,
	"channel" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"not_before" timestamp (3) with time zone,
	"at" timestamp (3) with time zone,
	"provider_ref" text,
	CONSTRAINT "dispatches_loan_id_installment_stage_pk" PRIMARY KEY("loan_id","installment","stage"),
	CONSTRAINT "dispatches_stage" CHECK ("dispatches"."stage" in ('before', 'due', 'overdue-1', 'overdue-2', 'overdue-3')),
	CONSTRAINT "dispatches_status" CHECK ("dispatches"."status" in ('planned', 'sending', 'sent', 'failed', 'unreachable', 'skipped', 'unknown')),
	CONSTRAINT "dispatches_channel" CHECK ("dispatches"."channel" in ('chat', 'sms')),
	CONSTRAINT "dispatches_tried" CHECK ("dispatches"."status" = 'planned' or "dispatches"."at" is not null),
	CONSTRAINT "dispatches_sent_by" CHECK ("dispatches"."status" <> 'sent' or "dispatches"."channel" is not null)
);
--> statement-breakpoint
ALTER TABLE "contact_preferences" ADD CONSTRAINT "contact_preferences_applicant_id_applicants_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."applicants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispatches" ADD CONSTRAINT "dispatches_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispatches" ADD CONSTRAINT "dispatches_reminder" FOREIGN KEY ("loan_id","installment","stage") REFERENCES "public"."reminders"("loan_id","installment","stage") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contacts_applicant" ON "contacts" USING btree ("applicant_id","at");--> statement-breakpoint
CREATE INDEX "dispatches_batch" ON "dispatches" USING btree ("campaign_id","batch");