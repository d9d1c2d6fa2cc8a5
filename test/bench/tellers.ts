import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Client } from 'pg'
import { withClient } from '../../electron/db/admin.ts'
import { enrolWorkstation } from '../../electron/db/enrol.ts'
import { createDb, createPool } from '../../electron/db/pool.ts'
import type { DB } from '../../electron/db/tables.ts'
import { openTill } from '../support/posting-functions.ts'
import { only } from '../support/queries.ts'
import { insertSession, insertUser } from '../support/users.ts'
import type { LoadedCluster } from './loaded-cluster.ts'

/** So many tellers, each signed in at a workstation and a till of their own without a password, with limits that no posting reaches. */
export async function openTellers(cluster: LoadedCluster, count: number): Promise<Kysely<DB>[]> {
  const made = await withClient(
    cluster.admin,
    async (client) => {
      await liftLimits(client)
      const tellers = []
      for (let n = 0; n < count; n++) tellers.push(await addTeller(client, cluster))
      return tellers
    },
    { options: '-c search_path=corex,ext' },
  )
  return Promise.all(
    made.map(async ({ workstation, token, till }) => {
      const pool = createPool(workstation, token)
      await openTill(pool, till, '0')
      return createDb(pool)
    }),
  )
}

async function addTeller(superuser: Client, { admin }: LoadedCluster) {
  const { rows } = await superuser.query<{ id: string }>('SELECT id FROM branches')
  const branchId = only(rows).id
  const name = `bench${randomUUID().slice(0, 8)}`
  const user = await insertUser(superuser, branchId, { username: name })
  const till = randomUUID()
  await superuser.query('SELECT make_till($1, $2, $3)', [till, branchId, name])
  const workstation = { ...admin, ...(await enrolWorkstation(admin, name)) }
  return { workstation, token: await insertSession(superuser, user.id, workstation.user), till }
}

/** As two people would agree it, past them. */
export async function liftLimits(
  superuser: Client,
  type: 'DEPOSIT' | 'WITHDRAWAL' = 'DEPOSIT',
): Promise<void> {
  await superuser.query(
    `WITH approved AS (INSERT INTO approvals (id, kind, branch_id, subject_type, subject_id, payload, status, proposed_by, decided_by,
         decided_at, shown_hash)
       SELECT $1, 'POSTING_LIMIT', min(branch_id::text)::uuid, 'posting_limits', $1, '{}', 'APPROVED', min(id::text)::uuid,
         max(id::text)::uuid, now(), '' FROM users RETURNING id, branch_id)
     INSERT INTO posting_limits (branch_id, role, transaction_type, currency, per_posting, per_person_day, per_account_day, valid_from,
         approval_id)
       SELECT branch_id, 'TELLER', $2, 'EUR', 1e12, 1e12, 1e12, '0001-01-01', id FROM approved`,
    [randomUUID(), type],
  )
}
