import type { Pool } from 'pg'
import { withClient } from '../../electron/db/admin.ts'
import type { Connection } from '../../electron/db/connection.ts'
import { createDb } from '../../electron/db/pool.ts'
import { statementPage } from '../../electron/ledger/read-statement.ts'

const PAGE = 50
const PAGES = 200

/** Milliseconds for each page of the longest history, and how many entries that has. */
type StatementTimes = { readonly entries: string; readonly times: readonly number[] }

/** Pages at even steps through the account with the longest history; what the teller waits for, round trip included. */
export async function timeStatement(admin: Connection, teller: Pool): Promise<StatementTimes> {
  const { rows } = await withClient(admin, (client) =>
    client.query<{ id: string; n: string }>(
      `SELECT b.account_id AS id, b.entry_count AS n FROM corex.balances b JOIN corex.accounts a ON a.id = b.account_id
       WHERE a.customer_id IS NOT NULL ORDER BY b.entry_count DESC LIMIT 1`,
    ),
  )
  const [longest] = rows
  if (longest === undefined) throw new Error('There is no account')
  const db = createDb(teller)
  const times: number[] = []
  for (let i = 0; i < PAGES; i++) {
    const before = String(Math.ceil((Number(longest.n) * (i + 1)) / PAGES))
    const since = performance.now()
    await statementPage(db, {
      accountId: longest.id,
      before,
      limit: PAGE,
      from: null,
      to: null,
      find: null,
    })
    times.push(performance.now() - since)
  }
  return { entries: longest.n, times }
}
