CREATE TABLE "promises" (
	"id" uuid PRIMARY KEY NOT NULL,
	"applicant_id" uuid NOT NULL,
	"made_on" date NOT NULL,
	"promised_on" date NOT NULL,
	"amount" numeric(18, 2) NOT NULL,
	"paid_before" numeric(18, 2) NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"decided_on" date,
	CONSTRAINT "promises_status" CHECK ("promises"."status" in ('open', 'kept', 'broken', 'replaced', 'withdrawn')),
	CONSTRAINT "promises_dates" CHECK ("promises"."promised_on" > "promises"."made_on"),
	CONSTRAINT "promises_amounts" CHECK ("promises"."amount" > 0 and "promises"."paid_before" >= 0),
	CONSTRAINT "promises_decided_whole" CHECK (("promises"."status" = 'open') = ("promises"."decided_on" is null))
);
--> statement-breakpoint
CREATE TABLE "staff_requests" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "staff_requests_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"turn_id" uuid NOT NULL,
	"applicant_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"loan_id" text,
	"installment" integer,
	"until" date,
	"status" text DEFAULT 'open' NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" text,
	"reply" text,
	CONSTRAINT "staff_requests_turn_id_unique" UNIQUE("turn_id"),
	CONSTRAINT "staff_requests_kind" CHECK ("staff_requests"."kind" in ('extension', 'person')),
	CONSTRAINT "staff_requests_status" CHECK ("staff_requests"."status" in ('open', 'approved', 'declined', 'answered')),
	CONSTRAINT "staff_requests_extension_whole" CHECK (("staff_requests"."kind" = 'extension') = ("staff_requests"."loan_id" is not null) and ("staff_requests"."loan_id" is null) = ("staff_requests"."installment" is null) and ("staff_requests"."loan_id" is null) = ("staff_requests"."until" is null)),
	CONSTRAINT "staff_requests_decided_whole" CHECK (("staff_requests"."status" = 'open') = ("staff_requests"."decided_at" is null) and ("staff_requests"."decided_at" is null) = ("staff_requests"."decided_by" is null)),
	CONSTRAINT "staff_requests_decision" CHECK (("staff_requests"."status" in ('approved', 'declined')) <= ("staff_requests"."kind" = 'extension')),
	CONSTRAINT "staff_requests_answer" CHECK (("staff_requests"."status" = 'answered') <= ("staff_requests"."reply" is not null))
);
--> statement-breakpoint
ALTER TABLE "consents" DROP CONSTRAINT "consents_kind";--> statement-breakpoint
ALTER TABLE "contact_preferences" ADD COLUMN "reminder_hour" integer;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_applicant_id_applicants_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."applicants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_requests" ADD CONSTRAINT "staff_requests_applicant_id_applicants_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."applicants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_requests" ADD CONSTRAINT "staff_requests_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_requests" ADD CONSTRAINT "staff_requests_installment" FOREIGN KEY ("loan_id","installment") REFERENCES "public"."installments"("loan_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "promises_one_open" ON "promises" USING btree ("applicant_id") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "staff_requests_extended" ON "staff_requests" USING btree ("loan_id","until") WHERE status = 'approved';--> statement-breakpoint
CREATE UNIQUE INDEX "staff_requests_one_open" ON "staff_requests" USING btree ("applicant_id","kind") WHERE status = 'open';--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_kind" CHECK ("consents"."kind" in ('privacy', 'credit', 'contract', 'deduction'));--> statement-breakpoint
ALTER TABLE "contact_preferences" ADD CONSTRAINT "contact_preferences_hour" CHECK ("contact_preferences"."reminder_hour" between 8 and 21);