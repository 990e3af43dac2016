ALTER TABLE "borrowers" DROP CONSTRAINT "borrowers_locale";--> statement-breakpoint
ALTER TABLE "conversations" DROP CONSTRAINT "conversations_locale";--> statement-breakpoint
ALTER TABLE "borrowers" ADD CONSTRAINT "borrowers_locale" CHECK ("borrowers"."locale" ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_locale" CHECK ("conversations"."locale" ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');