-- What was decided stays decided: a promise that was judged, a request that was answered.
CREATE FUNCTION guard_decided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'open' THEN
    RAISE EXCEPTION '% % is decided', TG_TABLE_NAME, OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER guard_decided BEFORE UPDATE OR DELETE ON promises
  FOR EACH ROW EXECUTE FUNCTION guard_decided();
--> statement-breakpoint
CREATE TRIGGER guard_decided BEFORE UPDATE OR DELETE ON staff_requests
  FOR EACH ROW EXECUTE FUNCTION guard_decided();
