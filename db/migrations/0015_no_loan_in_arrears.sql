-- No loan for whoever is in arrears on the day of the signature, in Asia/Shanghai: an installment that fell due before it
-- and is not paid, or a loan written off and not paid. Principal is what money is applied to last (domain/allocation.ts),
-- so an installment with all its principal paid owes nothing. Only the signature is refused: money that has gone out is
-- booked whatever the books say.
CREATE FUNCTION guard_arrears() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_row('loan ' || w.id || ' for somebody in arrears', 'loans_no_arrears')
  FROM written w
  WHERE w.status IN ('signed', 'active') AND EXISTS (
    SELECT FROM loans other JOIN installments i ON i.loan_id = other.id
    WHERE other.applicant_id = w.applicant_id AND other.id <> w.id
      AND other.status IN ('active', 'written-off') AND i.principal_paid < i.principal
      AND (i.due_date < shanghai_day(w.signed_at) OR other.status = 'written-off')
  );
  RETURN NULL;
END;
$$;
--> statement-breakpoint
-- After the other guard in the alphabet, and so behind its lock: two signatures of one person come one after the other.
CREATE TRIGGER no_arrears AFTER INSERT ON loans REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION guard_arrears();
