-- What the daily close's table definitions cannot say.

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON accruals
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON closes
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint

-- A loan that is paid out may also be written off. What was written off stays so: it is still owed, and what
-- comes in is booked, but nothing is accrued, deducted or reminded any more.
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
    (('signed', 'active'), ('signed', 'abandoned'), ('active', 'settled'), ('active', 'written-off')) THEN
    RAISE EXCEPTION 'loan % cannot go from % to %', OLD.id, OLD.status, NEW.status
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END;
$$;
--> statement-breakpoint

-- Rows of these are rewritten every day: room on each page keeps that off the indexes.
ALTER TABLE loan_positions SET (fillfactor = 60);
--> statement-breakpoint

INSERT INTO ledger_accounts (code, kind) VALUES
  ('accrued:interest', 'asset'),
  ('accrued:penalty', 'asset'),
  ('loans:written-off', 'asset'),
  ('income:accrued-interest', 'income'),
  ('income:accrued-penalty', 'income'),
  ('loss:write-off', 'expense');
