DROP INDEX "staff_requests_one_open";--> statement-breakpoint
ALTER TABLE "staff_requests" ADD COLUMN "reason" text;--> statement-breakpoint
-- Until now all of them asked to be written to; what was decided stays as it is but for this word.
ALTER TABLE "staff_requests" DISABLE TRIGGER guard_decided;--> statement-breakpoint
UPDATE "staff_requests" SET "reason" = 'contact' WHERE "kind" = 'person';--> statement-breakpoint
ALTER TABLE "staff_requests" ENABLE TRIGGER guard_decided;--> statement-breakpoint
CREATE UNIQUE INDEX "staff_requests_one_open" ON "staff_requests" USING btree ("applicant_id","kind",coalesce("reason", '')) WHERE status = 'open';--> statement-breakpoint
ALTER TABLE "staff_requests" ADD CONSTRAINT "staff_requests_reason" CHECK ("staff_requests"."reason" in ('contact', 'complaint', 'lawyer', 'bereavement', 'stop-contact'));--> statement-breakpoint
ALTER TABLE "staff_requests" ADD CONSTRAINT "staff_requests_reason_whole" CHECK (("staff_requests"."kind" = 'person') = ("staff_requests"."reason" is not null));
