import { expect, test } from 'vitest'
import { balanceOf, openNewCustomersAccount } from '../support/accounts.ts'
import { booksFaults } from '../support/branch.ts'
import { setLimits } from '../support/limits.ts'
import { newTransfer } from '../support/postings.ts'
import { workplaceForFile } from '../support/test-file.ts'

/** Many callers at the counter's calls at the same moment, which go to the server together. */

const workplace = await workplaceForFile()
const { branch } = workplace

const HIGH = { perPosting: '1000', perPersonDay: '9000000', perAccountDay: '9000000' }

/** So many transfers of 10.00 each at the same moment, and what each was told. */
async function transferAtOnce(from: string, to: readonly string[], count: number): Promise<string[]> {
  const asked = Array.from({ length: count }, (_, at) =>
    newTransfer(from, to[at % to.length] ?? '', { amount: '10.00' }),
  )
  const answers = await Promise.all(
    asked.map((input) => workplace.as('teller').ask('postings.postTransfer', input)),
  )
  return answers.map((answer) => (answer.ok ? answer.value.status : answer.error.code))
}

const countOf = (told: readonly string[], status: string) => told.filter((one) => one === status).length

test('splitting a sum into many postings at one moment gets over no limit of a person in a day', async () => {
  await setLimits(branch, { transactionType: 'TRANSFER', ...HIGH, perPersonDay: '100' })
  const from = await openNewCustomersAccount(branch, { balance: '1000.00' })
  const to = await Promise.all(Array.from({ length: 4 }, () => openNewCustomersAccount(branch)))
  const told = await transferAtOnce(from, to, 40)
  expect(countOf(told, 'COMPLETED')).toBe(10)
  expect(countOf(told, 'PENDING')).toBe(30)
  expect(await balanceOf(branch, from)).toEqual({ ledger: '900.00', available: '600.00' })
  expect(await booksFaults(branch.database)).toEqual([])
})

test('nor over the limit of an account in a day, whoever posts', async () => {
  await setLimits(branch, { transactionType: 'TRANSFER', ...HIGH, perAccountDay: '70' })
  const from = await openNewCustomersAccount(branch, { balance: '1000.00' })
  const to = await Promise.all(Array.from({ length: 4 }, () => openNewCustomersAccount(branch)))
  const told = await transferAtOnce(from, to, 30)
  expect(countOf(told, 'COMPLETED')).toBe(7)
  expect(countOf(told, 'PENDING')).toBe(23)
  expect(await balanceOf(branch, from)).toMatchObject({ ledger: '930.00' })
})

test('what an account that is held keeps waiting too long is told so, and sent again it is posted once', async () => {
  await setLimits(branch, { transactionType: 'TRANSFER', ...HIGH })
  const from = await openNewCustomersAccount(branch, { balance: '1000.00' })
  const held = await openNewCustomersAccount(branch)
  const free = await openNewCustomersAccount(branch)
  const asked = [free, free, free, held, free, free].map((to) => newTransfer(from, to, { amount: '1.00' }))
  const send = () =>
    Promise.all(asked.map((input) => workplace.as('teller').ask('postings.postTransfer', input)))
  const holder = await branch.database.superuser.connect()
  try {
    await holder.query('BEGIN')
    await holder.query('SELECT FROM balances WHERE account_id = $1 FOR UPDATE', [held])
    const told = (await send()).map((answer) => (answer.ok ? answer.value.status : answer.error.code))
    // Those that came after it may have waited for it: a person's postings of a type are counted one after the other.
    for (const one of told) expect(['COMPLETED', 'SERVER_BUSY']).toContain(one)
    expect(told[3]).toBe('SERVER_BUSY')
    expect(await balanceOf(branch, free)).toMatchObject({ ledger: `${countOf(told, 'COMPLETED')}.00` })
  } finally {
    await holder.query('ROLLBACK')
    holder.release()
  }
  const again = (await send()).map((answer) => (answer.ok ? answer.value.status : answer.error.code))
  expect(countOf(again, 'COMPLETED')).toBe(6)
  expect(await balanceOf(branch, from)).toMatchObject({ ledger: '994.00' })
  expect(await balanceOf(branch, free)).toMatchObject({ ledger: '5.00' })
})
