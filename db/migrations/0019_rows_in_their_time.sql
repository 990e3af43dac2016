-- What a loan rests on was there when it was signed: its quote issued, its contract agreed to, its face matched. A
-- signature of an earlier day would also be looked at with that day's arrears.
CREATE FUNCTION guard_loan_times() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_row('loan ' || w.id || ' signed before its quote was issued', 'loans_quote_issued')
  FROM written w JOIN quotes q ON q.id = w.id
  WHERE w.signed_at < q.issued_at;
  PERFORM refuse_row('loan ' || w.id || ' signed before its contract was agreed to', 'loans_contract_agreed')
  FROM written w JOIN quotes q ON q.id = w.id
  WHERE NOT EXISTS (
    SELECT FROM consents c
    WHERE c.applicant_id = w.applicant_id AND c.kind = 'contract' AND c.subject = q.hash AND c.given_at <= w.signed_at
  );
  PERFORM refuse_row('loan ' || w.id || ' signed before the face was matched', 'loans_face_verified')
  FROM written w
  WHERE NOT EXISTS (
    SELECT FROM face_checks f
    WHERE f.quote_id = w.id AND f.applicant_id = w.applicant_id AND f.matched_at <= w.signed_at
  );
  RETURN NULL;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER lawful_times AFTER INSERT ON loans REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION guard_loan_times();
--> statement-breakpoint

-- A schedule asks back what is lent, and the interest that the quote names: neither is larger in its rows.
CREATE FUNCTION guard_schedules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_row('quote ' || w.id || ' with a schedule of other sums', 'quotes_schedule_sums')
  FROM written w, LATERAL (
    SELECT sum((line ->> 'principal')::numeric) AS principal, sum((line ->> 'interest')::numeric) AS interest
    FROM jsonb_array_elements(w.schedule) line
  ) asked
  WHERE (asked.principal, asked.interest) IS DISTINCT FROM (w.principal, w.total_interest);
  RETURN NULL;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER lawful_schedule AFTER INSERT ON quotes REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION guard_schedules();
