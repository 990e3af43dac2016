/** What changed between two values of plain JSON, leaf by leaf. */
export interface Change {
  /** "request.amount", "loans.0.repayments". */
  path: string;
  /** Absent where there was nothing. */
  before?: unknown;
  /** Absent where nothing is left. */
  after?: unknown;
}

export function diff(before: unknown, after: unknown, path = ""): Change[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (!isTree(before) || !isTree(after)) {
    return [{ path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
  }
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => diff(before[name], after[name], path === "" ? name : `${path}.${name}`));
}

const isTree = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
