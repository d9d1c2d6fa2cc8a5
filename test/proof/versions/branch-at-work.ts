import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { withClient } from '../../../electron/db/admin.ts'
import { urlOf } from '../../../electron/db/connection.ts'
import { enrolWorkstation } from '../../../electron/db/enrol.ts'
import { readAccountNumber } from '../../../shared/check-digit.ts'
import { only } from '../../support/queries.ts'
import { insertUser } from '../../support/users.ts'
import type { Superuser } from './previous.ts'

/** Who works where: a person with PASSWORD, a till of the own for tellers, and a workstation's login. */
export type Place = {
  readonly username: string
  readonly role: 'TELLER' | 'SUPERVISOR'
  readonly tillId: string | null
  readonly url: string
  /** Accounts that nobody else draws from. */
  readonly accounts: readonly string[]
}

const PER_TELLER = 4

/** Makes people, tills, logins and accounts with money in a database that the previous release has filled. */
export const makePlaces = (admin: Superuser, roles: readonly Place['role'][]): Promise<Place[]> =>
  withClient(
    admin,
    async (client) => {
      const { id: branch, currency } = await branchOf(client)
      const accounts = await accountsOf(client, branch, currency, roles.length * PER_TELLER)
      const places: Place[] = []
      for (const [n, role] of roles.entries()) {
        const name = `proof${randomUUID().slice(0, 8)}`
        await insertUser(client, branch, { username: name, role })
        const tillId = role === 'TELLER' ? randomUUID() : null
        if (tillId !== null) await client.query('SELECT make_till($1, $2, $3)', [tillId, branch, name])
        const url = urlOf({ ...admin, ...(await enrolWorkstation(admin, name)) })
        const own = accounts.slice(n * PER_TELLER, (n + 1) * PER_TELLER)
        places.push({ username: name, role, tillId, url, accounts: own })
      }
      return places
    },
    { options: '-c search_path=corex,ext' },
  )

/** The branch that the release has filled, with its day open. */
async function branchOf(client: Client) {
  const { rows } = await client.query<{ id: string; currency: string }>(
    'SELECT b.id, b.currency FROM branches b JOIN business_days d ON d.branch_id = b.id AND d.closed_at IS NULL LIMIT 1',
  )
  return only(rows)
}

/** Ordinary accounts with money, of people whose documents are in order. */
async function accountsOf(client: Client, branch: string, currency: string, count: number) {
  const { rows } = await client.query<{ number: string }>(
    `SELECT a.account_number AS number FROM accounts a JOIN customers c ON c.id = a.customer_id JOIN balances b ON b.account_id = a.id
     WHERE a.branch_id = $1 AND a.currency = $2 AND a.account_type = 'SAVINGS' AND a.status = 'ACTIVE' AND c.status = 'ACTIVE'
       AND c.kyc_status = 'APPROVED' AND b.available_balance > 200
     ORDER BY a.id`,
    [branch, currency],
  )
  // Copies of accounts, by which a large bank is filled, have numbers that nobody could type.
  const typed = rows.map(({ number }) => number).filter((number) => readAccountNumber(number) !== null)
  if (typed.length < count) throw new Error(`Only ${typed.length} accounts can be worked with`)
  return typed.slice(0, count)
}
