-- What the campaigns' table definitions cannot say.

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON contacts
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint

-- What was sent, or may have been, is never sent again: only planned ones and those that a cancelled campaign left
-- may change hands.
CREATE FUNCTION guard_dispatch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status IN ('planned', 'sending') AND OLD.status IN ('sent', 'unknown', 'failed', 'unreachable') THEN
    RAISE EXCEPTION 'dispatch of loan % cannot go from % to %', OLD.loan_id, OLD.status, NEW.status
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER guard_dispatch BEFORE UPDATE OF status ON dispatches
  FOR EACH ROW EXECUTE FUNCTION guard_dispatch();
--> statement-breakpoint

-- A dispatch is written at least three times: room on each page keeps that off the indexes.
ALTER TABLE dispatches SET (fillfactor = 70);
