-- What the rules refuse is refused here too, whoever writes: consents in their order, limits and quotes by an assessment
-- of the applicant's own, a loan by contract, face and limit. Each statement's rows are checked together, so that many
-- at once cost little more than one. Days are those of the rows, in Asia/Shanghai: a borrower's clock may be ahead.

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON face_checks
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON assessments
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint

CREATE FUNCTION refuse_row(sentence text, rule text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', sentence USING ERRCODE = 'check_violation', CONSTRAINT = rule;
END;
$$;
--> statement-breakpoint

-- Nothing else is agreed to before the privacy note.
CREATE FUNCTION guard_consents() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_row('a ' || w.kind || ' consent before the privacy consent', 'consents_privacy_first')
  FROM written w
  WHERE w.kind <> 'privacy' AND NOT EXISTS (
    SELECT FROM consents c WHERE c.applicant_id = w.applicant_id AND c.kind = 'privacy'
  );
  RETURN NULL;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER lawful AFTER INSERT ON consents REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION guard_consents();
--> statement-breakpoint

-- Nobody is assessed for a product without having authorised that.
CREATE FUNCTION guard_assessments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_row('assessment ' || w.id || ' without a credit consent for its product', 'assessments_authorised')
  FROM written w
  WHERE NOT EXISTS (
    SELECT FROM consents c
    WHERE c.applicant_id = w.applicant_id AND c.kind = 'credit' AND c.subject = w.product_id
  );
  RETURN NULL;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER lawful AFTER INSERT ON assessments REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION guard_assessments();
--> statement-breakpoint

-- A limit says what its assessment says.
CREATE FUNCTION guard_limits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_row('a limit that assessment ' || a.id || ' did not grant', 'limits_as_assessed')
  FROM written w JOIN assessments a ON a.id = w.assessment_id
  WHERE (a.outcome, a.limit_amount, a.valid_until) IS DISTINCT FROM ('approved', w.amount, w.valid_until);
  RETURN NULL;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER lawful_insert AFTER INSERT ON limits REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION guard_limits();
--> statement-breakpoint
CREATE TRIGGER lawful_update AFTER UPDATE ON limits REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION guard_limits();
--> statement-breakpoint

-- Principal owed, of one product or of all: signed loans count from the signature on.
CREATE FUNCTION principal_owed(applicant uuid, product text) RETURNS numeric LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(quote.principal - coalesce(
    (SELECT sum(i.principal_paid) FROM installments i WHERE i.loan_id = loan.id), 0)), 0)
  FROM loans loan JOIN quotes quote ON quote.id = loan.id
  WHERE loan.applicant_id = applicant AND loan.status IN ('signed', 'active', 'written-off')
    AND (product IS NULL OR quote.product_id = product);
$$;
--> statement-breakpoint

-- What may still be lent of a product, negative where too much was: its own limit less what is owed on it, and the
-- largest limit of all less what is owed on all (domain/limit-sharing.ts). Null without a limit that is valid that day.
CREATE FUNCTION free_limit(applicant uuid, product text, on_day date) RETURNS numeric LANGUAGE sql STABLE AS $$
  SELECT least(
    own.amount - principal_owed(applicant, product),
    (SELECT max(l.amount) FROM limits l WHERE l.applicant_id = applicant AND l.valid_until >= on_day)
      - principal_owed(applicant, NULL))
  FROM limits own
  WHERE own.applicant_id = applicant AND own.product_id = product AND own.valid_until >= on_day;
$$;
--> statement-breakpoint

CREATE FUNCTION shanghai_day(moment timestamptz) RETURNS date LANGUAGE sql IMMUTABLE AS $$
  SELECT (moment AT TIME ZONE 'Asia/Shanghai')::date;
$$;
--> statement-breakpoint

-- A quote is by a valid assessment, at its rate, within the free limit.
CREATE FUNCTION guard_quotes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_row('quote ' || w.id || ' without a valid approved assessment', 'quotes_assessed')
  FROM written w
  WHERE NOT EXISTS (
    SELECT FROM limits l
    WHERE l.applicant_id = w.applicant_id AND l.product_id = w.product_id
      AND l.valid_until >= shanghai_day(w.issued_at)
  );
  PERFORM refuse_row('quote ' || w.id || ' at another rate than the assessment''s', 'quotes_rate_assessed')
  FROM written w
  JOIN limits l ON l.applicant_id = w.applicant_id AND l.product_id = w.product_id
  JOIN assessments a ON a.id = l.assessment_id
  WHERE a.daily_rate <> w.daily_rate;
  PERFORM refuse_row('quote ' || w.id || ' above the free limit', 'quotes_within_limit')
  FROM written w
  WHERE w.principal > free_limit(w.applicant_id, w.product_id, shanghai_day(w.issued_at));
  RETURN NULL;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER lawful AFTER INSERT ON quotes REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION guard_quotes();
--> statement-breakpoint

-- A loan is signed while its quote lasts, by consent to the very figures, by a matched face, within the limit.
CREATE FUNCTION guard_loans() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Two loans of one person at the same instant: the second waits here, and then sees the first.
  PERFORM FROM applicants a WHERE a.id IN (SELECT applicant_id FROM written) ORDER BY a.id FOR NO KEY UPDATE;
  PERFORM refuse_row('loan ' || w.id || ' without consent to its contract', 'loans_contract_agreed')
  FROM written w JOIN quotes q ON q.id = w.id
  WHERE NOT EXISTS (
    SELECT FROM consents c
    WHERE c.applicant_id = w.applicant_id AND c.kind = 'contract' AND c.subject = q.hash
  );
  PERFORM refuse_row('loan ' || w.id || ' without a matched face', 'loans_face_verified')
  FROM written w
  WHERE NOT EXISTS (
    SELECT FROM face_checks f WHERE f.quote_id = w.id AND f.applicant_id = w.applicant_id
  );
  PERFORM refuse_row('loan ' || w.id || ' of a quote that had expired', 'loans_quote_lasts')
  FROM written w JOIN quotes q ON q.id = w.id
  WHERE w.signed_at > q.expires_at;
  PERFORM refuse_row('loan ' || w.id || ' above the limit', 'loans_within_limit')
  FROM written w JOIN quotes q ON q.id = w.id
  WHERE w.status IN ('signed', 'active')
    AND coalesce(free_limit(w.applicant_id, q.product_id, shanghai_day(q.issued_at)), -1) < 0;
  RETURN NULL;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER lawful AFTER INSERT ON loans REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION guard_loans();
