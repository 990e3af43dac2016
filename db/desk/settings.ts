/** What operators decide for everybody: kept in the database, so that nobody's own shell decides it. */
import { sql } from "drizzle-orm";
import type { Queryable } from "../connection/connection.ts";

/** Each setting with what holds until somebody changes it. */
export const settingDefaults = {
  /** Reminders of one operator's campaigns of a day, together, above which a second operator approves. */
  "campaign-approval-above": 1000,
} as const;
export type SettingName = keyof typeof settingDefaults;

export const settingNames = Object.keys(settingDefaults) as SettingName[];

export interface SettingRow {
  name: SettingName;
  value: number;
  /** Null: never changed. */
  changedBy: string | null;
  changedAt: string | null;
}

export async function listSettings(q: Queryable): Promise<SettingRow[]> {
  const rows = await q.execute<{ name: string; value: number; changedBy: string; changedAt: string }>(sql`
    select name, value, changed_by as "changedBy", changed_at as "changedAt" from settings`);
  return settingNames.map((name) => {
    const row = rows.find((one) => one.name === name);
    if (!row) return { name, value: settingDefaults[name], changedBy: null, changedAt: null };
    return {
      name,
      value: row.value,
      changedBy: row.changedBy,
      changedAt: new Date(row.changedAt).toISOString(),
    };
  });
}

export async function readSetting(q: Queryable, name: SettingName): Promise<number> {
  const [row] = await q.execute<{ value: number }>(sql`select value from settings where name = ${name}`);
  return row?.value ?? settingDefaults[name];
}

export interface SettingChange {
  name: SettingName;
  value: number;
  operator: string;
  now: string;
}

/** Gives what it was before. */
export async function changeSetting(q: Queryable, change: SettingChange): Promise<number> {
  const { name, value, operator, now } = change;
  return await q.transaction(async (tx) => {
    const before = await readSetting(tx, name);
    await tx.execute(sql`
      insert into settings (name, value, changed_by, changed_at) values (${name}, ${value}, ${operator}, ${now})
      on conflict (name) do update
        set value = excluded.value, changed_by = excluded.changed_by, changed_at = excluded.changed_at`);
    return before;
  });
}
