ALTER TABLE "repayments" DROP CONSTRAINT "repayments_status";--> statement-breakpoint
ALTER TABLE "repayments" DROP CONSTRAINT "repayments_posted_whole";--> statement-breakpoint
ALTER TABLE "repayments" ADD COLUMN "reversed_on" date;--> statement-breakpoint
ALTER TABLE "repayments" ADD COLUMN "reversal_reason" text;--> statement-breakpoint
ALTER TABLE "repayments" ADD CONSTRAINT "repayments_reversed_whole" CHECK (("repayments"."status" = 'reversed') = ("repayments"."reversed_on" is not null) and ("repayments"."reversed_on" is null) = ("repayments"."reversal_reason" is null));--> statement-breakpoint
ALTER TABLE "repayments" ADD CONSTRAINT "repayments_reversal_reason" CHECK ("repayments"."reversal_reason" in ('bounced', 'booked-in-error'));--> statement-breakpoint
ALTER TABLE "repayments" ADD CONSTRAINT "repayments_status" CHECK ("repayments"."status" in ('processing', 'posted', 'refused', 'reversed'));--> statement-breakpoint
ALTER TABLE "repayments" ADD CONSTRAINT "repayments_posted_whole" CHECK (("repayments"."status" = 'posted') = ("repayments"."number" is not null) and ("repayments"."status" in ('posted', 'reversed')) = ("repayments"."value_date" is not null));--> statement-breakpoint

-- A loan that was settled goes on when its last repayment bounces: the statuses are those of machines/loan.ts.
CREATE OR REPLACE FUNCTION guard_loan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    -- The lock makes a voiding at the same instant wait, and then see the loan.
    PERFORM FROM quotes WHERE id = NEW.id AND voided_at IS NULL FOR UPDATE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'quote % is void or unknown', NEW.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF (OLD.status, NEW.status) NOT IN
    (('signed', 'active'), ('signed', 'abandoned'), ('active', 'settled'), ('active', 'written-off'),
      ('settled', 'active')) THEN
    RAISE EXCEPTION 'loan % cannot go from % to %', OLD.id, OLD.status, NEW.status
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END;
$$;
