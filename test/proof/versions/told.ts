import { withClient } from '../../../electron/db/admin.ts'
import type { Superuser } from './previous.ts'
import type { Ledger } from './work.ts'
import type { Made } from './workstation.ts'

/** Refusals that are right answers to what the script asks. */
const NAMED = [
  // Two supervisors decide the same proposal.
  'ALREADY_DECIDED',
  'APPROVAL_NOT_FOUND',
  'CHANGED_MEANWHILE',
  // Another person's withdrawal was first.
  'INSUFFICIENT_FUNDS',
  'BELOW_MINIMUM',
  'TILL_SHORT_OF_CASH',
  // Nobody knows the day's books before its tills are counted.
  'TILL_STILL_HELD',
  // While the application opens its database.
  'SERVER_UNREACHABLE on sessions.signIn',
]

const isNamed = ({ name, refused }: Made): boolean =>
  NAMED.includes(refused ?? '') || NAMED.includes(`${refused} on ${name}`)

/** Calls that failed, how often each. */
export function failures(made: readonly Made[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const call of made) {
    if (call.refused === null || isNamed(call)) continue
    const what = `${call.release} ${call.name}: ${call.refused.split(' ')[0]}`
    counts.set(what, (counts.get(what) ?? 0) + 1)
  }
  return counts
}

/** The longest of some calls, and which one it was. */
export function longest(made: readonly Made[]): { readonly ms: number; readonly what: string } {
  const [slowest] = made.toSorted((a, b) => b.ms - a.ms)
  return { ms: slowest?.ms ?? 0, what: `${slowest?.release ?? ''} ${slowest?.name ?? 'none'}` }
}

/** Those that were under way at some moment of a period. */
export const during = (made: readonly Made[], from: number, until: number): Made[] =>
  made.filter(({ at, ms }) => at < until && at + ms > from)

/** What a check of the whole books finds; a bank of copies that was filled at once has something from its beginning. */
export const faultsOfBooks = (admin: Superuser): Promise<string[]> =>
  withClient(admin, async (client) => {
    await client.query('SET search_path = corex, ext')
    return (await client.query('SELECT * FROM check_books()')).rows.map((fault) => JSON.stringify(fault))
  })

/** What is wrong between what was acknowledged and what the ledger has; nothing where both are the same and the books balance. */
export const faultsOf = (admin: Superuser, acknowledged: Ledger, since: Date): Promise<string[]> =>
  withClient(
    admin,
    async (client) => {
      const { rows } = await client.query<{ key: string; status: string; times: number }>(
        `SELECT idempotency_key AS key, min(status::text) AS status, count(*)::int AS times FROM transactions
         WHERE created_at >= $1 AND (description = 'Proof' OR reversal_of IS NOT NULL) GROUP BY 1`,
        [since],
      )
      const found = new Map(rows.map((row) => [row.key, row]))
      return [
        ...[...acknowledged]
          .filter(([key, told]) => told === 'COMPLETED' && found.get(key)?.status !== 'COMPLETED')
          .map(([key]) => `${key} was acknowledged and is not posted`),
        ...rows.filter(({ times }) => times > 1).map(({ key }) => `${key} is posted twice`),
        ...rows
          .filter(({ key, status }) => status === 'COMPLETED' && !acknowledged.has(key))
          .map(({ key }) => `${key} is posted, and nobody was told`),
      ]
    },
    { options: '-c search_path=corex,ext' },
  )
