import { Client } from 'pg'
import { expect, test } from 'vitest'
import type { Role } from '../../shared/contract/define.ts'
import { clientConfig } from '../../electron/db/connection.ts'
import { balanceOf, openNewCustomersAccount } from '../support/accounts.ts'
import { post } from '../support/posting-functions.ts'
import { branchForFile } from '../support/test-file.ts'
import { ensureOpenTill } from '../support/tills.ts'
import { addUser, PASSWORD, PASSWORD_HASH, signedIn } from '../support/users.ts'

/** Somebody leaves a transaction open that holds what an administrator has to change of them, or what others work with. */

const branch = await branchForFile()
const { database } = branch
const till = await ensureOpenTill(branch, branch.staff.teller, 0, '100.00')
const account = await openNewCustomersAccount(branch)

/** Does this as somebody new at the second workstation, and leaves the transaction open. No limit of the connection ends it. */
async function heldBy(role: Role, steps: readonly string[], before = 'SELECT 1') {
  const username = `held${Math.round(performance.now() * 1000)}`
  const { id } = await addUser(database, branch.id, { username, role })
  const { token } = await signedIn(database, username, 2)
  const limits = '-c idle_in_transaction_session_timeout=0 -c lock_timeout=0'
  const options = `-c search_path=corex,pg_temp ${limits} -c corex.session=${token}`
  const client = new Client({ ...clientConfig(database.workstation(2)), options })
  const closed = new Promise<void>((resolve) => client.on('end', resolve))
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<{ ticket?: string }>(before)
  await client.query('BEGIN')
  for (const step of steps) await client.query(step.replace('{ticket}', rows[0]?.ticket ?? ''))
  return { id, closed }
}

const changesPassword = (role: Role) =>
  heldBy(
    role,
    [`SELECT set_own_password('{ticket}', 'several quiet afternoons', '\\x00')`],
    `SELECT begin_password_change('${PASSWORD}') AS ticket`,
  )

const statusOf = async (id: string) =>
  (await database.superuser.query('SELECT status FROM users WHERE id = $1', [id])).rows

test('whoever holds the own row is suspended, and is out', async () => {
  const { id, closed } = await changesPassword('TELLER')
  await branch.pool('admin').query(`SELECT set_user_status($1, 'SUSPENDED')`, [id])
  await closed
  expect(await statusOf(id)).toEqual([{ status: 'SUSPENDED' }])
})

test('an administrator who holds the own row keeps no other one from working with the staff', async () => {
  const { closed } = await changesPassword('ADMIN')
  const reset = await branch
    .pool('admin')
    .query('SELECT reset_password($1, $2, $3)', [branch.staff.teller2.id, PASSWORD_HASH, Buffer.alloc(60)])
  expect(reset.rowCount).toBe(1)
  await closed
})

test('somebody whose sessions are ended lets go of the account that they hold', async () => {
  const { id, closed } = await heldBy('SUPERVISOR', [`SELECT freeze_account('${account}', 'Held')`])
  await branch.pool('admin').query('SELECT end_sessions($1)', [id])
  await closed
  await post(branch.pool('teller'), 'DEPOSIT', till, account, '1.00')
  expect(await balanceOf(branch, account)).toMatchObject({ available: '1.00' })
})
