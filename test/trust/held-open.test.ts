import { Client } from 'pg'
import { expect, test } from 'vitest'
import { clientConfig } from '../../electron/db/connection.ts'
import { openNewCustomersAccount } from '../support/accounts.ts'
import { post } from '../support/posting-functions.ts'
import { branchForFile } from '../support/test-file.ts'
import { ensureOpenTill } from '../support/tills.ts'
import { PASSWORD_HASH, signInByPassword } from '../support/users.ts'

/** Somebody with the login of the second workstation, who is signed in nowhere, leaves a transaction open; the bank works on. */

const branch = await branchForFile()
const { database, staff } = branch
const till = await ensureOpenTill(branch, staff.teller, 0, '100.00')
const account = await openNewCustomersAccount(branch)

/** A connection that waits for nobody. */
async function impatient(token: string | null, workstation: 1 | 2 = 1): Promise<Client> {
  const session = token === null ? '' : ` -c corex.session=${token}`
  const options = `-c search_path=corex,pg_temp -c lock_timeout=300${session}`
  const client = new Client({ ...clientConfig(database.workstation(workstation)), options })
  client.on('error', () => {})
  await client.connect()
  return client
}

/** Does `work` while a transaction with `statement` stays open at the second workstation. */
async function whileHeld(statement: string, work: () => Promise<void>): Promise<void> {
  const stranger = await impatient(null, 2)
  try {
    await stranger.query('BEGIN')
    await stranger.query(statement)
    await work()
  } finally {
    await stranger.end()
  }
}

const dropPartitions = (newest: number) =>
  database.superuser.query(
    `SELECT format('DROP TABLE corex.%I', relname) AS statement FROM pg_class WHERE relkind = 'r' AND relname ~ '^audit_logs_'
     ORDER BY relname DESC LIMIT $1`,
    [newest],
  )

async function everybodyWorks(): Promise<void> {
  const teller = await impatient(staff.teller.token)
  await post(teller, 'DEPOSIT', till, account, '1.00')
  await teller.end()
  const nobody = await impatient(null)
  await nobody.query('SELECT * FROM database_clock()')
  expect(await signInByPassword(nobody, 'teller2', 'wrong')).toEqual([])
  await nobody.end()
}

test.each([1, 14])(
  'the start of a workstation that is not over stops no posting, sign-in or other start while %i partitions are missing',
  async (missing) => {
    const { rows } = await dropPartitions(missing)
    for (const { statement } of rows) await database.superuser.query(String(statement))
    await whileHeld('SELECT * FROM database_clock()', everybodyWorks)
  },
)

test('a wizard that is refused waits for no lock, for which others would wait', async () => {
  const held = await database.superuser.connect()
  try {
    await held.query('BEGIN')
    await held.query('UPDATE users SET full_name = full_name WHERE id = $1', [staff.auditor.id])
    const stranger = await impatient(null, 2)
    const wizard = stranger.query('SELECT set_up_branch($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)', [
      'Mine',
      'USD',
      'POINT_COMMA',
      [6, 7],
      'UTC',
      1,
      'mallory',
      'Mallory',
      'm@example.test',
      PASSWORD_HASH,
      Buffer.alloc(60),
    ])
    await expect(wizard).rejects.toMatchObject({ constraint: 'ALREADY_SET_UP' })
    await stranger.end()
  } finally {
    await held.query('ROLLBACK')
    held.release()
  }
})

test('an administrator unlocks somebody whose attempts a workstation keeps locked', async () => {
  const stranger = await impatient(null, 2)
  await stranger.query('SELECT begin_sign_in($1, $2)', [staff.teller2.username, 'wrong'])
  await whileHeld(`SELECT begin_sign_in('somebody', 'wrong')`, async () => {
    const admin = await impatient(staff.admin.token)
    const unlocked = await admin.query('SELECT unlock_user($1)', [staff.teller2.id])
    expect(unlocked.rowCount).toBe(1)
    await admin.end()
  })
  await stranger.end()
})
