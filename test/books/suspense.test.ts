import { expect, test } from 'vitest'
import { internalAccount, openNewCustomersAccount } from '../support/accounts.ts'
import { openDate } from '../support/days.ts'
import { insertPostings } from '../support/journal-rows.ts'
import { workplaceForFile } from '../support/test-file.ts'

const workplace = await workplaceForFile({ vault: '0' })
const { branch } = workplace
const suspense = await internalAccount(branch, 'SUSPENSE')
const other = await openNewCustomersAccount(branch)
const today = await openDate(branch)

const post = (from: string, to: string, amount: string) =>
  insertPostings(branch, { type: 'TRANSFER', from, to, amount, count: 1 })

const waiting = async (date: string) => {
  const { items } = await workplace.as('auditor').call('books.suspense', { date })
  return items.map(({ side, amount, open, days }) => ({ side, amount, open, days }))
}

test('the oldest is taken to be cleared first, and what is left has its age', async () => {
  await post(other, suspense, '10.00')
  await post(other, suspense, '20.00')
  await post(suspense, other, '12.00')
  await post(other, suspense, '5.00')
  expect(await waiting(today)).toEqual([
    { side: 'CREDIT', amount: '20.00', open: '18.00', days: 0 },
    { side: 'CREDIT', amount: '5.00', open: '5.00', days: 0 },
  ])
})

test('it is as old as the date that is asked for', async () => {
  const later = new Date(Date.parse(`${today}T00:00:00Z`) + 40 * 86_400_000).toISOString().slice(0, 10)
  expect((await waiting(later)).map(({ days }) => days)).toEqual([40, 40])
  expect(await waiting('2020-01-01')).toEqual([])
})

test('what was cleared in full waits no more, and what was taken too much waits on the other side', async () => {
  await post(suspense, other, '23.00')
  expect(await waiting(today)).toEqual([])
  await post(suspense, other, '4.00')
  expect(await waiting(today)).toEqual([{ side: 'DEBIT', amount: '4.00', open: '4.00', days: 0 }])
})
