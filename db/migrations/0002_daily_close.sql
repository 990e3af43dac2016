CREATE TABLE "audit_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"operator" text NOT NULL,
	"action" text NOT NULL,
	"details" jsonb NOT NULL,
	"outcome" text NOT NULL,
	CONSTRAINT "audit_log_outcome" CHECK ("audit_log"."outcome" in ('done', 'failed', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "accruals" (
	"on" date NOT NULL,
	"loan_id" text NOT NULL,
	"interest" numeric(18, 2) NOT NULL,
	"penalty" numeric(18, 2) NOT NULL,
	CONSTRAINT "accruals_on_loan_id_pk" PRIMARY KEY("on","loan_id"),
	CONSTRAINT "accruals_amounts" CHECK ("accruals"."interest" <> 0 or "accruals"."penalty" <> 0)
);
--> statement-breakpoint
CREATE TABLE "closes" (
	"on" date PRIMARY KEY NOT NULL,
	"closed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"loans" integer NOT NULL,
	"interest" numeric(18, 2) NOT NULL,
	"penalty" numeric(18, 2) NOT NULL,
	"moved" integer NOT NULL,
	"deductions" integer NOT NULL,
	"reminders" integer NOT NULL,
	CONSTRAINT "closes_counts" CHECK (least("closes"."loans", "closes"."moved", "closes"."deductions", "closes"."reminders") >= 0)
);
--> statement-breakpoint
CREATE TABLE "loan_positions" (
	"loan_id" text PRIMARY KEY NOT NULL,
	"product_id" text NOT NULL,
	"daily_rate" numeric NOT NULL,
	"disbursed_on" date NOT NULL,
	"on" date,
	"stage" text DEFAULT 'active' NOT NULL,
	"days_past_due" integer DEFAULT 0 NOT NULL,
	"principal" numeric(18, 2) DEFAULT '0' NOT NULL,
	"interest" numeric(18, 2) DEFAULT '0' NOT NULL,
	"penalty" numeric(18, 2) DEFAULT '0' NOT NULL,
	"overdue_principal" numeric(18, 2) DEFAULT '0' NOT NULL,
	"overdue_interest" numeric(18, 2) DEFAULT '0' NOT NULL,
	"due_today" numeric(18, 2) DEFAULT '0' NOT NULL,
	"next_number" integer,
	"next_due_date" date,
	"next_amount" numeric(18, 2),
	"interest_earned" numeric(18, 2) DEFAULT '0' NOT NULL,
	"penalty_earned" numeric(18, 2) DEFAULT '0' NOT NULL,
	CONSTRAINT "loan_positions_stage" CHECK ("loan_positions"."stage" in ('active', 'due-soon', 'due', 'overdue-reminder', 'overdue-call', 'overdue-letter', 'settled', 'written-off')),
	CONSTRAINT "loan_positions_next" CHECK (("loan_positions"."next_number" is null) = ("loan_positions"."next_due_date" is null))
);
--> statement-breakpoint
ALTER TABLE "ledger_accounts" DROP CONSTRAINT "ledger_accounts_kind";--> statement-breakpoint
ALTER TABLE "loans" DROP CONSTRAINT "loans_status";--> statement-breakpoint
ALTER TABLE "loans" DROP CONSTRAINT "loans_disbursed";--> statement-breakpoint
ALTER TABLE "ledger_transactions" ALTER COLUMN "loan_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "reminders" ALTER COLUMN "raised_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "applicants" ADD COLUMN "automatic_deduction" text;--> statement-breakpoint
ALTER TABLE "loans" ADD COLUMN "written_off_on" date;--> statement-breakpoint
ALTER TABLE "loans" ADD COLUMN "write_off_reason" text;--> statement-breakpoint
ALTER TABLE "reminders" ADD COLUMN "status" text DEFAULT 'raised' NOT NULL;--> statement-breakpoint
ALTER TABLE "reminders" ADD COLUMN "planned_on" date;--> statement-breakpoint
ALTER TABLE "reminders" ADD COLUMN "channel" text DEFAULT 'chat' NOT NULL;--> statement-breakpoint
ALTER TABLE "reminders" ADD COLUMN "not_before" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "loan_positions" ADD CONSTRAINT "loan_positions_loan_id_loans_id_fk" FOREIGN KEY ("loan_id") REFERENCES "public"."loans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_operator" ON "audit_log" USING btree ("operator");--> statement-breakpoint
CREATE INDEX "loan_positions_late" ON "loan_positions" USING btree ("days_past_due") WHERE days_past_due > 0;--> statement-breakpoint
CREATE INDEX "reminders_planned" ON "reminders" USING btree ("not_before") WHERE status = 'planned';--> statement-breakpoint
ALTER TABLE "applicants" ADD CONSTRAINT "applicants_deduction" CHECK ("applicants"."automatic_deduction" in ('balance', 'bank-card', 'balance-then-card'));--> statement-breakpoint
ALTER TABLE "ledger_accounts" ADD CONSTRAINT "ledger_accounts_kind" CHECK ("ledger_accounts"."kind" in ('asset', 'liability', 'income', 'expense'));--> statement-breakpoint
ALTER TABLE "ledger_transactions" ADD CONSTRAINT "ledger_transactions_owner" CHECK ("ledger_transactions"."loan_id" is not null or starts_with("ledger_transactions"."reference", 'close:'));--> statement-breakpoint
ALTER TABLE "loans" ADD CONSTRAINT "loans_written_off" CHECK (("loans"."status" = 'written-off') = ("loans"."written_off_on" is not null) and ("loans"."written_off_on" is null) = ("loans"."write_off_reason" is null));--> statement-breakpoint
ALTER TABLE "loans" ADD CONSTRAINT "loans_status" CHECK ("loans"."status" in ('signed', 'active', 'settled', 'abandoned', 'written-off'));--> statement-breakpoint
ALTER TABLE "loans" ADD CONSTRAINT "loans_disbursed" CHECK (("loans"."status" in ('active', 'settled', 'written-off')) = ("loans"."disbursed_at" is not null));--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_status" CHECK ("reminders"."status" in ('planned', 'raised', 'superseded'));--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_channel" CHECK ("reminders"."channel" in ('chat', 'call', 'letter'));--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_raised_whole" CHECK (("reminders"."status" = 'raised') = ("reminders"."raised_at" is not null));--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_planned_whole" CHECK (("reminders"."planned_on" is null) = ("reminders"."not_before" is null));--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_known" CHECK ("reminders"."status" = 'raised' or "reminders"."planned_on" is not null);