import { expect, test } from 'vitest'
import { openAccount } from '../support/accounts.ts'
import { approvedCustomer } from '../support/customers.ts'
import type { StaffName } from '../support/branch.ts'
import { countTill } from '../support/posting-functions.ts'
import { refused } from '../support/queries.ts'
import { newCashPosting } from '../support/postings.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { ensureOpenTill } from '../support/tills.ts'

/** Whoever counts a till must not be told what it should hold: 1,234.56 here. */

const workplace = await workplaceForFile()
const { branch } = workplace
const account = await openAccount(branch, await approvedCustomer(branch), { balance: '5000' })
await ensureOpenTill(branch, branch.staff.teller, 0, '1234.56')

test('a count that is taken back has told nobody what the till should hold', async () => {
  const client = await branch.pool('teller').connect()
  try {
    await client.query('BEGIN')
    await countTill(client, '0')
    const peek = 'SELECT read_closing(id) FROM till_sessions WHERE closed_at IS NULL'
    await expect(client.query(peek)).rejects.toMatchObject(refused('NOT_COMMITTED'))
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
})

test('nothing that the window is sent before the count says what the till should hold', async () => {
  workplace.as('teller')
  const session = await workplace.call('sessions.get', {})
  expect(session.till).toEqual({ id: branch.tills[0], name: 'Till 1', currency: 'USD' })
  const withdrawal = newCashPosting(account, { amount: '10.00' })
  const { key: _key, description: _description, ...previewed } = withdrawal
  const tooMuch = await workplace.ask('postings.previewWithdrawal', { ...previewed, amount: '2000.00' })
  expect(tooMuch).toMatchObject({ error: { code: 'TILL_SHORT_OF_CASH' } })
  const sent = [
    session,
    tooMuch,
    await workplace.call('tills.list', {}),
    await workplace.call('postings.previewWithdrawal', previewed),
    await workplace.call('postings.postWithdrawal', withdrawal),
    await workplace.call('sessions.get', {}),
  ]
  expect(JSON.stringify(sent)).not.toMatch(/1234\.56|1224\.56/)
})

test('the holder of a till that a supervisor has counted is not told that count before counting too', async () => {
  await ensureOpenTill(branch, branch.staff.teller2, 1, '77.77')
  const session = await countTill(branch.pool('supervisor'), '76.66', { till: branch.tills[1] })
  const told = async (name: StaffName) =>
    (await workplace.as(name).call('tills.closing', { sessionId: session })).counted
  expect(await told('teller2')).toBeNull()
  expect(await told('supervisor')).toBe('76.66')
})
