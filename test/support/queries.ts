import type { QueryResult, QueryResultRow } from 'pg'

/** A pool or a client. Whose it is decides what the database allows. */
export type Queryable = {
  query<R extends QueryResultRow>(text: string, values?: unknown[]): Promise<QueryResult<R>>
}

/** The one row of an answer that must have exactly one. */
export function only<T>(rows: readonly T[]): T {
  const [first] = rows
  if (first === undefined || rows.length > 1) throw new Error(`Expected one row, got ${rows.length}`)
  return first
}

/** What the database raises when it refuses by this name. */
export const refused = (constraint: string) => ({ code: 'CX000', constraint })

/** The names of the refusals among what was sent at the same moment. */
export const refusalsOf = (outcomes: readonly PromiseSettledResult<unknown>[]) =>
  outcomes
    .filter((outcome) => outcome.status === 'rejected')
    .map(({ reason }) => String(reason?.constraint ?? reason))

/** The statement that inserts one row, as text: column → SQL expression. */
export const insertSql = (table: string, row: Readonly<Record<string, string>>): string =>
  `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.values(row).join(', ')})`
