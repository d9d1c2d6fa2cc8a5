import { withClient } from '../../electron/db/admin.ts'
import { postJournal } from '../../electron/ledger/post-journal.ts'
import type { LoadedCluster } from './loaded-cluster.ts'
import { deposit, savingsAccounts } from './posting.ts'
import { oneOf } from './rivals.ts'
import { openTellers } from './tellers.ts'

/** As many as share a branch's indexes: what they write lies between each other's. */
const TELLERS = 8

export const WRITE_AHEAD_LOG = 'write-ahead log'

/** What a posting left in one table or index, the pages that it began among them. */
export type Bytes = { readonly name: string; readonly bytes: number }

/**
 * The bytes that so many deposits on random accounts leave, by table and index, the most first; and what they left in the server's log.
 * Each account has had a deposit on an earlier day, as nearly all of a bank have.
 */
export async function measureBytes(cluster: LoadedCluster, postings: number): Promise<Bytes[]> {
  const tellers = await openTellers(cluster, TELLERS)
  try {
    const accounts = await savingsAccounts(cluster)
    await withClient(cluster.admin, (client) =>
      client.query(`INSERT INTO corex.account_sums (account_id, transaction_type, business_date, total)
        SELECT id, 'DEPOSIT', current_date - 1, 1 FROM corex.accounts WHERE customer_id IS NOT NULL ON CONFLICT DO NOTHING`),
    )
    await withClient(cluster.admin, (client) => client.query('VACUUM')) // what filling the cluster left to be written
    const before = await sizes(cluster)
    for (let n = 0; n < postings; n++) {
      const { key, description, ...journal } = deposit(oneOf(accounts))
      await postJournal(tellers[n % TELLERS] ?? fail(), key, journal, description)
    }
    const after = await sizes(cluster)
    return [...after]
      .map(([name, size]) => ({ name, bytes: (size - (before.get(name) ?? 0)) / postings }))
      .filter(({ bytes }) => Math.round(bytes) !== 0)
      .toSorted((one, other) => other.bytes - one.bytes)
  } finally {
    await Promise.all(tellers.map((db) => db.destroy()))
  }
}

/** All partitions of the audit log count as one table, and so do their indexes. */
async function sizes({ admin }: LoadedCluster): Promise<Map<string, number>> {
  const { rows } = await withClient(admin, (client) =>
    client.query<{ name: string; size: string }>(`
      SELECT regexp_replace(c.relname, '^(audit_logs)_\\d{6}', '\\1') AS name, sum(pg_relation_size(c.oid)) AS size
      FROM pg_class c WHERE c.relnamespace = 'corex'::regnamespace AND c.relkind IN ('r', 'i', 'S') GROUP BY 1
      UNION ALL SELECT '${WRITE_AHEAD_LOG}', pg_current_wal_insert_lsn() - '0/0'`),
  )
  return new Map(rows.map(({ name, size }) => [name, Number(size)]))
}

function fail(): never {
  throw new Error('There are fewer tellers than postings in turn')
}

/** One line of the table. */
export const bytesLine = ({ name, bytes }: Bytes): string =>
  `${name.padEnd(44)}${bytes.toFixed(0).padStart(8)}`
