import type { Client } from 'pg'
import { inDatabase, withClient } from '../db/admin.ts'
import type { Connection } from '../db/connection.ts'

/** What was looked through, and the first faults that were found; none means that all is well. */
export type Checked = {
  readonly databases: number
  readonly tables: number
  readonly indexes: number
  readonly postings: number
  readonly faults: readonly string[]
}

const MOST_FAULTS = 20

/**
 * Every page and row of every table, every index against its table, the whole books and the audit log, in each database of the bank. Nothing
 * is changed: what the checks need is undone.
 */
export async function checkRestored(
  admin: Connection,
  onStep: (done: number, of: number) => void,
): Promise<Checked> {
  const databases = await withClient(inDatabase(admin, 'postgres'), async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT datname AS name FROM pg_database WHERE datallowconn AND datname NOT IN ('template1', 'postgres')`,
    )
    return rows.map(({ name }) => name)
  })
  const total = { databases: 0, tables: 0, indexes: 0, postings: 0, faults: [] as string[] }
  for (const [at, name] of databases.entries()) {
    onStep(at, databases.length)
    const found = await withClient(inDatabase(admin, name), (client) => checkOne(client))
    if (found === null) continue
    total.databases += 1
    total.tables += found.tables
    total.indexes += found.indexes
    total.postings += found.postings
    total.faults.push(...found.faults.map((fault) => `${name}: ${fault}`))
  }
  onStep(databases.length, databases.length)
  if (total.databases === 0) total.faults.push('there is no database of a bank')
  return { ...total, faults: total.faults.slice(0, MOST_FAULTS) }
}

async function checkOne(client: Client): Promise<Omit<Checked, 'databases'> | null> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('corex.entries') IS NOT NULL AS there`,
  )
  if (rows[0]?.there !== true) return null
  await client.query('BEGIN')
  try {
    await client.query('CREATE SCHEMA corex_check; CREATE EXTENSION amcheck SCHEMA corex_check')
    const pages = await client.query<{ n: string; faults: string[] | null }>(HEAPS)
    const indexes = await client.query<{ n: string }>(INDEXES)
    await client.query('SET LOCAL search_path = corex, ext')
    const books = await client.query<{ fault: string }>(
      `SELECT concat_ws(' ', fault, subject, detail) AS fault FROM check_books() LIMIT ${MOST_FAULTS}`,
    )
    const audit = await client.query<{ n: string }>(
      'SELECT count(*) AS n FROM audit_logs a WHERE a.hash IS DISTINCT FROM audit_hash(a)',
    )
    const changed = Number(audit.rows[0]?.n)
    const postings = await client.query<{ n: string }>('SELECT count(*) AS n FROM transactions')
    return {
      tables: Number(pages.rows[0]?.n),
      indexes: Number(indexes.rows[0]?.n),
      postings: Number(postings.rows[0]?.n),
      faults: [
        ...(pages.rows[0]?.faults ?? []),
        ...books.rows.map(({ fault }) => fault),
        ...(changed > 0 ? [`${changed} changed rows in the audit log`] : []),
      ],
    }
  } catch (error) {
    // A page or an index that cannot be read is what was looked for.
    return {
      tables: 0,
      indexes: 0,
      postings: 0,
      faults: [error instanceof Error ? error.message : String(error)],
    }
  } finally {
    await client.query('ROLLBACK')
  }
}

const HEAPS = `
  SELECT count(DISTINCT c.oid) AS n, array_agg(c.relname || ' ' || v.msg) FILTER (WHERE v.msg IS NOT NULL) AS faults
  FROM pg_class c LEFT JOIN LATERAL corex_check.verify_heapam(c.oid) v ON true
  WHERE c.relkind IN ('r', 't', 'm') AND c.relpersistence = 'p'`

const INDEXES = `
  SELECT count(corex_check.bt_index_check(i.indexrelid, true)::text) AS n
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam
  WHERE a.amname = 'btree' AND c.relkind = 'i' AND c.relpersistence = 'p' AND i.indisready AND i.indisvalid`
