CREATE TABLE "face_checks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "face_checks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"applicant_id" uuid NOT NULL,
	"quote_id" text NOT NULL,
	"turn_id" uuid NOT NULL,
	"matched_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "face_checks" ADD CONSTRAINT "face_checks_quote" FOREIGN KEY ("quote_id","applicant_id") REFERENCES "public"."quotes"("id","applicant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "face_checks_of_quote" ON "face_checks" USING btree ("quote_id");--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_all_in_cap" CHECK ("quotes"."apr_simple" <= 0.24);