import { Client } from 'pg'
import { expect, test } from 'vitest'
import { clientConfig } from '../../electron/db/connection.ts'
import { registerCustomer } from '../support/customers.ts'
import { countTill } from '../support/posting-functions.ts'
import { branchForFile } from '../support/test-file.ts'
import { ensureOpenTill } from '../support/tills.ts'
import { PASSWORD, PASSWORD_HASH } from '../support/users.ts'

/** A login may have the plans of its session sent to itself, and a plan holds the values that its statement was planned for. */

const branch = await branchForFile()
const { database, staff } = branch

/** What is printed to a workstation while it works in a transaction that it rolls back. */
async function printed(token: string | null, work: (client: Client) => Promise<unknown>): Promise<string> {
  const session = token === null ? '' : ` -c corex.session=${token}`
  const options = `-c search_path=corex,pg_temp -c debug_print_plan=on -c client_min_messages=log${session}`
  const client = new Client({ ...clientConfig(database.workstation(1)), options })
  const notices: string[] = []
  client.on('error', () => {})
  client.on('notice', ({ message = '', detail = '' }) => notices.push(message, detail))
  await client.connect()
  await client.query('BEGIN')
  await work(client)
  await client.query('ROLLBACK')
  await client.end()
  return notices.join(' ').replaceAll(/\s+/g, ' ')
}

/** A text as a plan prints it: byte by byte. */
const inPlans = (text: string) => [...Buffer.from(text)].join(' ')

test('a sign-in that is rolled back shows neither the hash of a password nor whether one was right', async () => {
  const tried = await printed(null, (client) =>
    client.query('SELECT begin_sign_in($1, $2)', [staff.admin.username, PASSWORD]),
  )
  expect(tried).toContain('PLANNEDSTMT')
  expect(tried).not.toContain(inPlans(PASSWORD_HASH))
  expect(tried).not.toContain('sign_in_attempts')
})

test('a count that is rolled back does not show what the till should hold', async () => {
  await ensureOpenTill(branch, staff.teller, 0, '1234.56')
  const counted = await printed(staff.teller.token, (client) => countTill(client, '0'))
  expect(counted).toContain('PLANNEDSTMT')
  expect(counted).not.toContain('till_sessions')
})

test('a customer who is looked at is in no plan that is printed', async () => {
  const id = await registerCustomer(branch.pool('teller'), { email: 'hidden@example.test' })
  const looked = await printed(staff.teller.token, (client) => client.query('SELECT read_customer($1)', [id]))
  expect(looked).toContain('PLANNEDSTMT')
  expect(looked).not.toContain(inPlans('hidden@example.test'))
})
