import type { TestDatabase } from '../support/database.ts'

/** Number of rows and a hash of the content of every table; of the audit log, the actions by row. */
export async function snapshot(database: TestDatabase) {
  const { rows: names } = await database.superuser.query<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c
     WHERE c.relnamespace = 'corex'::regnamespace AND c.relkind = 'r' AND NOT c.relispartition ORDER BY 1`,
  )
  const tables: Record<string, string> = {}
  for (const { name } of names) {
    const { rows } = await database.superuser.query<{ content: string }>(
      `SELECT count(*) || ' ' || md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '')) AS content FROM ${name} t`,
    )
    tables[name] = rows[0]?.content ?? ''
  }
  const { rows } = await database.superuser.query<{ id: string; action: string; hash: string }>(
    `SELECT id, action, encode(hash, 'hex') || md5(a::text) AS hash FROM audit_logs a`,
  )
  const audit = new Map(rows.map((row) => [row.id, row]))
  return {
    tables,
    audit,
    /** The kinds of rows that are new; throws when an earlier row is gone or changed. */
    auditedSince(earlier: { readonly audit: typeof audit }): string[] {
      for (const [id, { hash }] of earlier.audit)
        if (audit.get(id)?.hash !== hash) throw new Error(`Audit row ${id} is not what it was`)
      const added = rows.filter(({ id }) => !earlier.audit.has(id)).map(({ action }) => action)
      return [...new Set(added)].sort()
    },
  }
}
