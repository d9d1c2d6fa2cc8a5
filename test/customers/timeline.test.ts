import { expect, test } from 'vitest'
import type { CallInput, CallOutput } from '../../shared/contract.ts'
import { timelineKind } from '../../shared/contract/timeline-views.ts'
import { openAccount } from '../support/accounts.ts'
import { giveParty, newParty, person } from '../support/mandates.ts'
import { newCashPosting } from '../support/postings.ts'
import { rowsRead } from '../support/rows-read.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { setTellerTill } from '../support/tills.ts'

// Everything that has happened to a customer as one list, by pages that cost the same however long it is.

const workplace = await workplaceForFile()
const { branch } = workplace
await setTellerTill(branch, true)

type Page = CallOutput<'customers.timeline'>
const EVERYTHING = [...timelineKind.options]

const read = (customerId: string, asked: Partial<CallInput<'customers.timeline'>> = {}): Promise<Page> =>
  workplace
    .as('teller')
    .call('customers.timeline', { customerId, kinds: EVERYTHING, before: null, limit: 200, ...asked })

/** All pages of so many. */
async function allPages(customerId: string, limit: number): Promise<Page['rows']> {
  const rows: Page['rows'] = []
  let before: string | null = null
  do {
    const page: Page = await read(customerId, { limit, before })
    rows.push(...page.rows)
    before = page.next
  } while (before !== null && rows.length < 1000)
  return rows
}

const customer = await person(branch, 'Ana', 'Lind')
const attorney = await person(branch, 'Ben', 'Ode')
const [first, second] = [await openAccount(branch, customer), await openAccount(branch, customer)]
await giveParty(workplace, await newParty(branch, customer, attorney))
for (let n = 0; n < 12; n++)
  await workplace.as('teller').call('postings.postDeposit', newCashPosting(n % 3 === 0 ? first : second))
await workplace
  .as('teller')
  .call('postings.postWithdrawal', { ...newCashPosting(second), signedBy: [attorney] })
await workplace.as('auditor').call('customers.get', { customerId: customer })

test('it has what was posted, opened, given and looked at, with who did it, the newest first', async () => {
  const { rows } = await read(customer)
  const kinds = rows.map(({ kind }) => kind)
  for (const kind of ['CUSTOMER', 'ACCOUNT', 'POWER', 'DECISION', 'MONEY', 'LOOK'] as const)
    expect(kinds).toContain(kind)
  expect(rows.find(({ kind }) => kind === 'MONEY')).toMatchObject({
    action: 'WITHDRAWAL',
    side: 'DEBIT',
    amount: '1.00',
    signedBy: 'Ben Ode',
    who: expect.any(String),
  })
  const moments = rows.map(({ at }) => Date.parse(at))
  expect(moments).toEqual(moments.toSorted((one, other) => other - one))
})

test('pages of any size have each entry once, also where something happens between two', async () => {
  const whole = (await read(customer)).rows.map(({ id }) => id)
  for (const limit of [1, 4, 7]) {
    const rows = await allPages(customer, limit)
    expect(rows.map(({ id }) => id)).toEqual(whole)
  }
  const page = await read(customer, { limit: 5 })
  await workplace.as('teller').call('postings.postDeposit', newCashPosting(first))
  const next = await read(customer, { limit: 5, before: page.next })
  expect([...page.rows, ...next.rows].map(({ id }) => id)).toEqual(whole.slice(0, 10))
})

test('one part by itself has nothing of the others', async () => {
  const { rows } = await read(customer, { kinds: ['POWER'] })
  expect(rows).toMatchObject([{ kind: 'POWER', of: 'MANDATE', name: 'Ben Ode' }])
})

test('a page far down reads no more entries than one at the top', async () => {
  const sql = 'SELECT read_timeline($1, $2, $3::jsonb, 5)'
  const deep = (await read(customer, { kinds: ['MONEY'], limit: 8 })).next
  const counted = (cursor: string | null) =>
    rowsRead(branch.pool('teller'), 'entries', sql, [customer, ['MONEY'], cursor])
  expect(await counted(deep)).toBeLessThanOrEqual(await counted(null))
  expect(await counted(null)).toBeLessThanOrEqual(12)
})
