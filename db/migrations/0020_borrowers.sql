-- A person is a borrower, in the tables as everywhere else. Names only: nothing stored changes.
ALTER TABLE applicants RENAME TO borrowers;--> statement-breakpoint
DO $$
DECLARE
  one record;
  definition text;
BEGIN
  PERFORM set_config('check_function_bodies', 'off', true);

  FOR one IN SELECT c.table_name FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND c.column_name = 'applicant_id' AND t.table_type = 'BASE TABLE'
  LOOP
    EXECUTE format('ALTER TABLE %I RENAME COLUMN applicant_id TO borrower_id', one.table_name);
  END LOOP;

  FOR one IN SELECT conrelid::regclass AS owner, conname FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND conname LIKE '%applicant%'
  LOOP
    EXECUTE format('ALTER TABLE %s RENAME CONSTRAINT %I TO %I',
      one.owner, one.conname, replace(one.conname, 'applicant', 'borrower'));
  END LOOP;

  FOR one IN SELECT indexname FROM pg_indexes WHERE schemaname = 'public' AND indexname LIKE '%applicant%'
  LOOP
    EXECUTE format('ALTER INDEX %I RENAME TO %I', one.indexname, replace(one.indexname, 'applicant', 'borrower'));
  END LOOP;

  -- The guards name columns in their bodies, which no rename follows. A parameter's name cannot be replaced either.
  FOR one IN SELECT p.oid, p.proargnames FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
    WHERE p.pronamespace = 'public'::regnamespace AND l.lanname IN ('sql', 'plpgsql') AND p.prosrc LIKE '%applicant%'
  LOOP
    definition := replace(pg_get_functiondef(one.oid), 'applicant', 'borrower');
    IF array_to_string(one.proargnames, ',') LIKE '%applicant%' THEN
      EXECUTE format('DROP FUNCTION %s', one.oid::regprocedure);
    END IF;
    EXECUTE definition;
  END LOOP;
END $$;
