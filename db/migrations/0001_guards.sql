-- What a table definition cannot say: append-only tables, unchanging quotes, balanced books.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END;
$$;
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_transactions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON repayment_allocations
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON consents
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint

-- At commit a transaction has exactly the entries it states, and they sum to zero. Checked from both tables:
-- a transaction without entries is caught by the first trigger, an entry added to an old one by the second.
CREATE FUNCTION check_balance(checked bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  stated integer;
  found integer;
  total numeric;
BEGIN
  SELECT entry_count INTO stated FROM ledger_transactions WHERE id = checked;
  SELECT count(*), coalesce(sum(amount), 0) INTO found, total FROM ledger_entries WHERE transaction_id = checked;
  IF found <> stated THEN
    RAISE EXCEPTION 'ledger transaction % has % entries and states %', checked, found, stated
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_whole';
  END IF;
  IF total <> 0 THEN
    RAISE EXCEPTION 'ledger transaction % is out of balance by %', checked, total
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_balanced';
  END IF;
END;
$$;
--> statement-breakpoint
CREATE FUNCTION check_ledger_transaction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM check_balance(NEW.id);
  RETURN NULL;
END;
$$;
--> statement-breakpoint
CREATE FUNCTION check_ledger_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM check_balance(NEW.transaction_id);
  RETURN NULL;
END;
$$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER balanced AFTER INSERT ON ledger_transactions
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_ledger_transaction();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER balanced AFTER INSERT ON ledger_entries
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_ledger_entry();
--> statement-breakpoint

-- A quote may be voided once, and not after it became a loan; nothing else of it ever changes.
CREATE FUNCTION guard_quote() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'voided_at' - 'void_reason' IS DISTINCT FROM to_jsonb(OLD) - 'voided_at' - 'void_reason' THEN
    RAISE EXCEPTION 'quote % cannot be changed', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.voided_at IS NOT NULL THEN
    RAISE EXCEPTION 'quote % is void already', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  IF EXISTS (SELECT FROM loans WHERE id = OLD.id) THEN
    RAISE EXCEPTION 'quote % became a loan', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER guarded BEFORE UPDATE ON quotes FOR EACH ROW EXECUTE FUNCTION guard_quote();
--> statement-breakpoint

-- A loan is made of a quote that stands, and only goes forward.
CREATE FUNCTION guard_loan() RETURNS trigger LANGUAGE plpgsql AS $$
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
    (('signed', 'active'), ('signed', 'abandoned'), ('active', 'settled')) THEN
    RAISE EXCEPTION 'loan % cannot go from % to %', OLD.id, OLD.status, NEW.status
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER guarded BEFORE INSERT OR UPDATE ON loans FOR EACH ROW EXECUTE FUNCTION guard_loan();
--> statement-breakpoint

-- The chart of accounts.
INSERT INTO ledger_accounts (code, kind) VALUES
  ('cash:payout', 'asset'),
  ('cash:balance', 'asset'),
  ('cash:bank-card', 'asset'),
  ('cash:credit-card', 'asset'),
  ('loans:principal', 'asset'),
  ('held:borrower', 'liability'),
  ('income:interest', 'income'),
  ('income:penalty', 'income'),
  ('income:fee', 'income');
