-- Whether an older release had asked a partner is not known of what was pending then: it counts as asked, so that money
-- that may have gone is asked after, and not refused.
UPDATE "commands" SET "begun_at" = "created_at" WHERE "status" = 'pending' AND "begun_at" IS NULL;
