import { Client } from 'pg'
import { afterAll, expect, test } from 'vitest'
import { clientConfig, type Connection } from '../../electron/db/connection.ts'
import { codeOf } from '../../electron/db/fault.ts'
import { REDEEM_LOGIN } from '../../electron/db/redeem-code.ts'
import { freshComputer } from '../support/computers.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { PASSWORD } from '../support/users.ts'
import { agreedCode, dropEnrolled } from '../support/workstations.ts'

/** Whoever has a workstation, or the redeem login, leaves a transaction open that holds what an administrator has to change. */

const workplace = await workplaceForFile()
const { branch } = workplace
const { database } = branch
const VERIFIER = `SCRAM-SHA-256$4096:${'A'.repeat(22)}==$${'A'.repeat(43)}=:${'A'.repeat(43)}=`

afterAll(() => dropEnrolled(database))

/** A connection that sent these statements and does not end its transaction. No limit of its own ends it either. */
async function holding(connection: Connection, token: string | null, ...steps: readonly string[]) {
  const session = token === null ? '' : ` -c corex.session=${token}`
  const options = `-c search_path=corex,pg_temp -c idle_in_transaction_session_timeout=0${session}`
  const client = new Client({ ...clientConfig(connection), options })
  const closed = new Promise<void>((resolve) => client.on('end', resolve))
  client.on('error', () => {})
  await client.connect()
  for (const step of ['BEGIN', ...steps]) await client.query(step)
  return { client, closed }
}

test.each([
  ['its own row', `SELECT rotate_password('${VERIFIER}')`],
  ['its own login', `ALTER ROLE CURRENT_USER SET statement_timeout = '1s'`],
  ['its session', 'SELECT note_use()'],
])('a workstation that holds %s is revoked all the same, and so is what it holds', async (_, step) => {
  const computer = await freshComputer(branch, 'PC-1')
  await computer.enrol((await agreedCode(workplace, 'PC-1')).code)
  await computer.call('sessions.signIn', { username: branch.staff.teller2.username, password: PASSWORD })
  const { server } = await computer.settings()
  await database.superuser.query('UPDATE sessions SET used_at = NULL WHERE workstation = $1', [server.user])
  const held = await holding(server, computer.state.session?.token ?? null, step)
  const { workstations } = await workplace.as('admin').call('workstations.list', {})
  const [row] = workstations.filter(({ login }) => login === server.user)
  await workplace.call('workstations.revoke', { workstationId: row?.id ?? '' })
  await held.closed
  expect(await computer.ask('tills.list', {})).toMatchObject({ ok: false })
  await expect(holding(server, null)).rejects.toMatchObject({ code: '28000' })
  await computer.close()
})

/** Holds the own login on one connection, and comes back when that is ended; until the login is closed. */
async function keepHolding(connection: Connection): Promise<number> {
  for (let times = 0; ; times += 1) {
    try {
      const { closed } = await holding(
        connection,
        null,
        `ALTER ROLE CURRENT_USER SET statement_timeout = '9s'`,
      )
      await closed
    } catch (error) {
      if (codeOf(error) === '28000') return times
    }
  }
}

test('a workstation that comes back at once and holds its login again, on many connections, is revoked', async () => {
  const computer = await freshComputer(branch, 'PC-2')
  await computer.enrol((await agreedCode(workplace, 'PC-2')).code)
  const { server } = await computer.settings()
  const { workstations } = await workplace.as('admin').call('workstations.list', {})
  const [row] = workstations.filter(({ login }) => login === server.user)
  const attackers = Array.from({ length: 8 }, () => keepHolding(server))
  await workplace.call('workstations.revoke', { workstationId: row?.id ?? '' })
  expect((await Promise.all(attackers)).length).toBe(attackers.length)
  await computer.close()
})

test('whoever holds the redeem login keeps no other code from being approved', async () => {
  await agreedCode(workplace, 'PC-3')
  const held = await holding(
    { ...database.admin, ...REDEEM_LOGIN },
    null,
    'ALTER ROLE CURRENT_USER RESET ALL',
  )
  const { code } = await agreedCode(workplace, 'PC-4')
  await held.closed
  const computer = await freshComputer(branch, 'PC-4')
  expect(await computer.enrol(code)).toMatchObject({ ok: true })
  await computer.close()
})
