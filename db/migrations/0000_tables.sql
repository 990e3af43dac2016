CREATE SEQUENCE "public"."history_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE SEQUENCE "public"."loan_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 10000001 CACHE 1;--> statement-breakpoint
CREATE TABLE "applicants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"persona" text,
	"locale" text,
	"masked_name" text,
	"age" integer,
	"card_bank" text,
	"card_tail" text,
	"reminder_days_before" integer,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "applicants_locale" CHECK ("applicants"."locale" in ('zh-CN', 'en')),
	CONSTRAINT "applicants_identity_whole" CHECK (("applicants"."masked_name" is null) = ("applicants"."age" is null)),
	CONSTRAINT "applicants_age" CHECK ("applicants"."age" between 0 and 150),
	CONSTRAINT "applicants_card_whole" CHECK (("applicants"."card_bank" is null) = ("applicants"."card_tail" is null)),
	CONSTRAINT "applicants_card_tail" CHECK ("applicants"."card_tail" ~ '^[0-9]{4}$'),
	CONSTRAINT "applicants_reminder" CHECK ("applicants"."reminder_days_before" between 0 and 31)
);
--> statement-breakpoint
CREATE TABLE "assessments" (
	"id" text PRIMARY KEY NOT NULL,
	"applicant_id" uuid NOT NULL,
	"product_id" text NOT NULL,
	"decided_on" date NOT NULL,
	"valid_until" date NOT NULL,
	"outcome" text NOT NULL,
	"score" numeric(5, 2) NOT NULL,
	"dimensions" jsonb NOT NULL,
	"tier" text NOT NULL,
	"limit_amount" numeric(18, 2) NOT NULL,
	"daily_rate" numeric NOT NULL,
	"annual_rate" numeric NOT NULL,
	"reasons" jsonb NOT NULL,
	CONSTRAINT "assessments_owner" UNIQUE("id","applicant_id","product_id"),
	CONSTRAINT "assessments_outcome" CHECK ("assessments"."outcome" in ('approved', 'refused')),
	CONSTRAINT "assessments_tier" CHECK ("assessments"."tier" in ('high-activity', 'regular', 'low-frequency')),
	CONSTRAINT "assessments_score" CHECK ("assessments"."score" between 0 and 100),
	CONSTRAINT "assessments_validity" CHECK ("assessments"."valid_until" >= "assessments"."decided_on"),
	CONSTRAINT "assessments_rate" CHECK ("assessments"."daily_rate" between 0 and 1 and "assessments"."annual_rate" between 0 and 1),
	CONSTRAINT "assessments_limit" CHECK (("assessments"."outcome" = 'approved') = ("assessments"."limit_amount" > 0) and "assessments"."limit_amount" >= 0),
	CONSTRAINT "assessments_reasons" CHECK (("assessments"."outcome" = 'approved') = (jsonb_array_length("assessments"."reasons") = 0))
);
--> statement-breakpoint
CREATE TABLE "limits" (
	"applicant_id" uuid NOT NULL,
	"product_id" text NOT NULL,
	"assessment_id" text NOT NULL,
	"amount" numeric(18, 2) NOT NULL,
	"valid_until" date NOT NULL,
	CONSTRAINT "limits_applicant_id_product_id_pk" PRIMARY KEY("applicant_id","product_id"),
	CONSTRAINT "limits_amount" CHECK ("limits"."amount" > 0)
);
--> statement-breakpoint
CREATE TABLE "commands" (
	"id" uuid PRIMARY KEY NOT NULL,
	"conversation_id" uuid NOT NULL,
	"turn_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"idempotency_key" text NOT NULL,
	"payload" jsonb NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"result" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "commands_idempotency_key_unique" UNIQUE("idempotency_key"),
	CONSTRAINT "commands_status" CHECK ("commands"."status" in ('pending', 'done', 'failed')),
	CONSTRAINT "commands_finished_whole" CHECK (("commands"."status" = 'pending') = ("commands"."finished_at" is null))
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "consents_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"applicant_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"turn_id" uuid NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "consents_kind" CHECK ("consents"."kind" in ('privacy', 'credit', 'contract'))
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"chat_id" text NOT NULL,
	"sender_id" text NOT NULL,
	"applicant_id" uuid NOT NULL,
	"seq" bigint DEFAULT 0 NOT NULL,
	"snapshot" jsonb NOT NULL,
	"stage" text NOT NULL,
	"locale" text,
	"clock_offset_ms" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conversations_address" UNIQUE("channel","chat_id"),
	CONSTRAINT "conversations_seq" CHECK ("conversations"."seq" >= 0),
	CONSTRAINT "conversations_locale" CHECK ("conversations"."locale" in ('zh-CN', 'en'))
);
--> statement-breakpoint
CREATE TABLE "deadlines" (
	"conversation_id" uuid NOT NULL,
	"key" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"event" jsonb NOT NULL,
	CONSTRAINT "deadlines_conversation_id_key_pk" PRIMARY KEY("conversation_id","key")
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"history_id" bigint PRIMARY KEY DEFAULT nextval('history_seq') NOT NULL,
	"conversation_id" uuid NOT NULL,
	"message_id" text NOT NULL,
	"turn_id" uuid NOT NULL,
	"text" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "inbox_message" UNIQUE("conversation_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "ledger_accounts" (
	"code" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "ledger_accounts_kind" CHECK ("ledger_accounts"."kind" in ('asset', 'liability', 'income'))
);
--> statement-breakpoint
CREATE TABLE "ledger_entries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ledger_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"transaction_id" bigint NOT NULL,
	"account" text NOT NULL,
	"amount" numeric(18, 2) NOT NULL,
	CONSTRAINT "ledger_entries_amount" CHECK ("ledger_entries"."amount" <> 0)
);
--> statement-breakpoint
CREATE TABLE "ledger_transactions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ledger_transactions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"reference" text NOT NULL,
	"loan_id" text NOT NULL,
	"value_date" date NOT NULL,
	"entry_count" integer NOT NULL,
	"posted_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ledger_transactions_reference_unique" UNIQUE("reference"),
	CONSTRAINT "ledger_transactions_entries" CHECK ("ledger_transactions"."entry_count" >= 2)
);
--> statement-breakpoint
CREATE TABLE "installments" (
	"loan_id" text NOT NULL,
	"number" integer NOT NULL,
	"due_date" date NOT NULL,
	"days" integer NOT NULL,
	"principal" numeric(18, 2) NOT NULL,
	"interest" numeric(18, 2) NOT NULL,
	"balance" numeric(18, 2) NOT NULL,
	"principal_paid" numeric(18, 2) DEFAULT '0' NOT NULL,
	"interest_paid" numeric(18, 2) DEFAULT '0' NOT NULL,
	"penalty_paid" numeric(18, 2) DEFAULT '0' NOT NULL,
	CONSTRAINT "installments_loan_id_number_pk" PRIMARY KEY("loan_id","number"),
	CONSTRAINT "installments_number" CHECK ("installments"."number" > 0 and "installments"."days" > 0),
	CONSTRAINT "installments_amounts" CHECK ("installments"."principal" >= 0 and "installments"."interest" >= 0 and "installments"."balance" >= 0),
	CONSTRAINT "installments_principal_paid" CHECK ("installments"."principal_paid" between 0 and "installments"."principal"),
	CONSTRAINT "installments_other_paid" CHECK ("installments"."interest_paid" >= 0 and "installments"."penalty_paid" >= 0)
);
--> statement-breakpoint
CREATE TABLE "loans" (
	"id" text PRIMARY KEY NOT NULL,
	"applicant_id" uuid NOT NULL,
	"number" text DEFAULT 'JD' || nextval('loan_number_seq') NOT NULL,
	"status" text DEFAULT 'signed' NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	"disbursed_at" timestamp (3) with time zone,
	"settled_on" date,
	CONSTRAINT "loans_number_unique" UNIQUE("number"),
	CONSTRAINT "loans_status" CHECK ("loans"."status" in ('signed', 'active', 'settled', 'abandoned')),
	CONSTRAINT "loans_disbursed" CHECK (("loans"."status" in ('active', 'settled')) = ("loans"."disbursed_at" is not null)),
	CONSTRAINT "loans_settled" CHECK (("loans"."status" = 'settled') = ("loans"."settled_on" is not null))
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"conversation_id" uuid PRIMARY KEY NOT NULL,
	"holder" uuid,
	"leased_until" timestamp (3) with time zone,
	"asked" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"history_id" bigint DEFAULT nextval('history_seq') NOT NULL,
	"conversation_id" uuid NOT NULL,
	"turn_id" uuid NOT NULL,
	"outbound" jsonb NOT NULL,
	"replaces" text,
	"status" text DEFAULT 'pending' NOT NULL,
	"sent_ref" text,
	"sent_at" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "outbox_history_id_unique" UNIQUE("history_id"),
	CONSTRAINT "outbox_status" CHECK ("outbox"."status" in ('pending', 'sent', 'unreachable')),
	CONSTRAINT "outbox_sent_whole" CHECK (("outbox"."status" = 'sent') = ("outbox"."sent_at" is not null)),
	CONSTRAINT "outbox_ref_only_sent" CHECK ("outbox"."sent_ref" is null or "outbox"."status" = 'sent')
);
--> statement-breakpoint
CREATE TABLE "products" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"maximum" numeric(18, 2),
	"annual_rate_lowest" numeric,
	"annual_rate_highest" numeric,
	"definition" jsonb NOT NULL,
	CONSTRAINT "products_kind" CHECK ("products"."kind" in ('own', 'partner', 'referral', 'comparison')),
	CONSTRAINT "products_maximum" CHECK ("products"."maximum" > 0),
	CONSTRAINT "products_rates" CHECK ("products"."annual_rate_lowest" between 0 and "products"."annual_rate_highest")
);
--> statement-breakpoint
CREATE TABLE "quotes" (
	"id" text PRIMARY KEY NOT NULL,
	"applicant_id" uuid NOT NULL,
	"product_id" text NOT NULL,
	"principal" numeric(18, 2) NOT NULL,
	"method" text NOT NULL,
	"installments" integer NOT NULL,
	"daily_rate" numeric NOT NULL,
	"annual_rate" numeric NOT NULL,
	"disbursed_on" date NOT NULL,
	"schedule" jsonb NOT NULL,
	"total_interest" numeric(18, 2) NOT NULL,
	"total_payable" numeric(18, 2) NOT NULL,
	"apr_simple" numeric NOT NULL,
	"apr_compounded" numeric NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"hash" text NOT NULL,
	"voided_at" timestamp (3) with time zone,
	"void_reason" text,
	CONSTRAINT "quotes_owner" UNIQUE("id","applicant_id"),
	CONSTRAINT "quotes_method" CHECK ("quotes"."method" in ('equal-principal', 'level-payment')),
	CONSTRAINT "quotes_principal" CHECK ("quotes"."principal" > 0),
	CONSTRAINT "quotes_schedule" CHECK ("quotes"."installments" > 0 and jsonb_array_length("quotes"."schedule") = "quotes"."installments"),
	CONSTRAINT "quotes_rate" CHECK ("quotes"."daily_rate" between 0 and 1 and "quotes"."annual_rate" between 0 and 1),
	CONSTRAINT "quotes_total" CHECK ("quotes"."total_interest" >= 0 and "quotes"."total_payable" = "quotes"."principal" + "quotes"."total_interest"),
	CONSTRAINT "quotes_expiry" CHECK ("quotes"."expires_at" > "quotes"."issued_at"),
	CONSTRAINT "quotes_hash" CHECK ("quotes"."hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "quotes_void_reason" CHECK ("quotes"."void_reason" in ('corrected', 'expired', 'cancelled')),
	CONSTRAINT "quotes_void_whole" CHECK (("quotes"."voided_at" is null) = ("quotes"."void_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"loan_id" text NOT NULL,
	"installment" integer NOT NULL,
	"stage" text NOT NULL,
	"raised_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reminders_loan_id_installment_stage_pk" PRIMARY KEY("loan_id","installment","stage"),
	CONSTRAINT "reminders_stage" CHECK ("reminders"."stage" in ('before', 'due', 'overdue-1', 'overdue-2', 'overdue-3'))
);
--> statement-breakpoint
CREATE TABLE "repayment_allocations" (
	"repayment_id" text NOT NULL,
	"loan_id" text NOT NULL,
	"installment" integer NOT NULL,
	"penalty" numeric(18, 2) NOT NULL,
	"interest" numeric(18, 2) NOT NULL,
	"principal" numeric(18, 2) NOT NULL,
	CONSTRAINT "repayment_allocations_repayment_id_installment_pk" PRIMARY KEY("repayment_id","installment"),
	CONSTRAINT "repayment_allocations_amounts" CHECK ("repayment_allocations"."penalty" >= 0 and "repayment_allocations"."interest" >= 0 and "repayment_allocations"."principal" >= 0)
);
--> statement-breakpoint
CREATE TABLE "repayments" (
	"id" text PRIMARY KEY NOT NULL,
	"loan_id" text NOT NULL,
	"kind" text NOT NULL,
	"rail" text NOT NULL,
	"amount" numeric(18, 2) NOT NULL,
	"fee" numeric(18, 2) DEFAULT '0' NOT NULL,
	"status" text NOT NULL,
	"begun_at" timestamp (3) with time zone NOT NULL,
	"number" integer,
	"value_date" date,
	"reference" text,
	"refusal" text,
	CONSTRAINT "repayments_owner" UNIQUE("id","loan_id"),
	CONSTRAINT "repayments_number" UNIQUE("loan_id","number"),
	CONSTRAINT "repayments_kind" CHECK ("repayments"."kind" in ('due', 'partial', 'payoff')),
	CONSTRAINT "repayments_rail" CHECK ("repayments"."rail" in ('balance', 'bank-card', 'credit-card')),
	CONSTRAINT "repayments_status" CHECK ("repayments"."status" in ('processing', 'posted', 'refused')),
	CONSTRAINT "repayments_amount" CHECK ("repayments"."amount" > 0 and "repayments"."fee" >= 0),
	CONSTRAINT "repayments_posted_whole" CHECK (("repayments"."status" = 'posted') = ("repayments"."number" is not null) and ("repayments"."status" = 'posted') = ("repayments"."value_date" is not null)),
	CONSTRAINT "repayments_posted_reference" CHECK ("repayments"."status" <> 'posted' or "repayments"."reference" is not null),
	CONSTRAINT "repayments_refused_whole" CHECK (("repayments"."status" = 'refused') = ("repayments"."refusal" is not null))
);
--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_applicant_id_applicants_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."applicants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "limits" ADD CONSTRAINT "limits_assessment" FOREIGN KEY ("assessment_id","applicant_id","product_id") REFERENCES "public"."assessments"("id","applicant_id","product_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commands" ADD CONSTRAINT "commands_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_applicant_id_applicants_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."applicants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_applicant_id_applicants_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."applicants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadlines" ADD CONSTRAINT "deadlines_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox" ADD CONSTRAINT "inbox_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_transaction_id_ledger_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."ledger_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_account_ledger_accounts_code_fk" FOREIGN KEY ("account") REFERENCES "public"."ledger_accounts"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_transactions" ADD CONSTRAINT "ledger_transactions_loan_id_loans_id_fk" FOREIGN KEY ("loan_id") REFERENCES "public"."loans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "installments" ADD CONSTRAINT "installments_loan_id_loans_id_fk" FOREIGN KEY ("loan_id") REFERENCES "public"."loans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "loans" ADD CONSTRAINT "loans_quote" FOREIGN KEY ("id","applicant_id") REFERENCES "public"."quotes"("id","applicant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_applicant_id_applicants_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."applicants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_installment" FOREIGN KEY ("loan_id","installment") REFERENCES "public"."installments"("loan_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repayment_allocations" ADD CONSTRAINT "repayment_allocations_repayment" FOREIGN KEY ("repayment_id","loan_id") REFERENCES "public"."repayments"("id","loan_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repayment_allocations" ADD CONSTRAINT "repayment_allocations_installment" FOREIGN KEY ("loan_id","installment") REFERENCES "public"."installments"("loan_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repayments" ADD CONSTRAINT "repayments_loan_id_loans_id_fk" FOREIGN KEY ("loan_id") REFERENCES "public"."loans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assessments_applicant" ON "assessments" USING btree ("applicant_id","product_id","decided_on");--> statement-breakpoint
CREATE INDEX "commands_pending" ON "commands" USING btree ("conversation_id") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "consents_applicant" ON "consents" USING btree ("applicant_id","kind");--> statement-breakpoint
CREATE INDEX "conversations_applicant" ON "conversations" USING btree ("applicant_id");--> statement-breakpoint
CREATE INDEX "deadlines_earliest" ON "deadlines" USING btree ("conversation_id","at");--> statement-breakpoint
CREATE INDEX "inbox_history" ON "inbox" USING btree ("conversation_id","history_id");--> statement-breakpoint
CREATE INDEX "ledger_entries_transaction" ON "ledger_entries" USING btree ("transaction_id");--> statement-breakpoint
CREATE INDEX "ledger_entries_account" ON "ledger_entries" USING btree ("account");--> statement-breakpoint
CREATE INDEX "ledger_transactions_loan" ON "ledger_transactions" USING btree ("loan_id");--> statement-breakpoint
CREATE INDEX "installments_due" ON "installments" USING btree ("due_date");--> statement-breakpoint
CREATE INDEX "loans_applicant" ON "loans" USING btree ("applicant_id","signed_at");--> statement-breakpoint
CREATE INDEX "outbox_history" ON "outbox" USING btree ("conversation_id","history_id");--> statement-breakpoint
CREATE INDEX "outbox_pending" ON "outbox" USING btree ("conversation_id","history_id") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "quotes_applicant" ON "quotes" USING btree ("applicant_id","issued_at");--> statement-breakpoint
CREATE UNIQUE INDEX "repayments_one_processing" ON "repayments" USING btree ("loan_id") WHERE status = 'processing';