import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CallInput } from '../../shared/contract.ts'
import { accountNumberOf, openAccount } from '../support/accounts.ts'
import type { StaffName } from '../support/branch.ts'
import { approvedCustomer } from '../support/customers.ts'
import { closeTill, openTill } from '../support/posting-functions.ts'
import { newCashPosting, newTransfer } from '../support/postings.ts'
import { newReversal } from '../support/reversals.ts'
import { secondBranch } from '../support/second-branch.ts'
import { workplaceForFile } from '../support/test-file.ts'

// One list of postings, by whatever is known of them: whose rows somebody sees, in which order, and what they come to.

const workplace = await workplaceForFile()
const { branch } = workplace
const customer = await approvedCustomer(branch)
const savings = await openAccount(branch, customer)
const current = await openAccount(branch, customer, { type: 'CURRENT', agreedLimit: '500' })

type Find = Partial<CallInput<'journal.list'>>
const list = (find: Find, who: StaffName = 'supervisor') => workplace.as(who).call('journal.list', find)
const total = (find: Find, who: StaffName = 'supervisor') => workplace.as(who).call('journal.total', find)
const amounts = async (find: Find, who?: StaffName) =>
  (await list(find, who)).rows.map(({ amount }) => amount)

beforeAll(async () => {
  await openTill(branch.pool('teller'), branch.tills[0], '100')
  await openTill(branch.pool('teller2'), branch.tills[1], '50')
  for (const amount of ['10', '20', '30'])
    await workplace.as('teller').call('postings.postDeposit', newCashPosting(savings, { amount }))
  await workplace.as('teller2').call('postings.postDeposit', newCashPosting(current, { amount: '40' }))
  await workplace.as('teller').call('postings.postTransfer', newTransfer(savings, current, { amount: '5' }))
})

test('a teller sees the own postings and those of the own tills, a supervisor the branch’s, an auditor every branch’s', async () => {
  const south = await secondBranch(branch)
  await openTill(south.pool('teller'), south.till, '0')
  expect(await amounts({}, 'teller')).toEqual(['5.00', '30.00', '20.00', '10.00', '100.00'])
  expect(await amounts({}, 'teller2')).toEqual(['40.00', '50.00'])
  const { rows } = await list({})
  expect(rows.map(({ amount }) => amount).slice(0, 5)).toEqual(['5.00', '40.00', '30.00', '20.00', '10.00'])
  expect(new Set(rows.map(({ branchName }) => branchName)).size).toBe(1)
  const all = await list({ limit: 200 }, 'auditor')
  expect(all.rows.length).toBeGreaterThanOrEqual(rows.length)
  expect(rows[0]).toMatchObject({
    debit: { label: 'SAVINGS' },
    credit: { label: 'CURRENT' },
    actor: { kind: 'PERSON', person: 'teller Test', causeType: 'INTENT' },
  })
  expect(await workplace.as('admin').ask('journal.list', {})).toMatchObject({ error: { code: 'FORBIDDEN' } })
})

test('is narrowed by reference, person, till, account, customer, type, amount, date, status and kind of actor', async () => {
  const { rows } = await list({})
  const savingsNumber = await accountNumberOf(branch, savings)
  const date = rows[0]?.businessDate ?? ''
  expect(await amounts({ reference: rows[1]?.reference.toLowerCase() ?? '' })).toEqual(['40.00'])
  expect(await amounts({ userId: branch.staff.teller2.id })).toEqual(['40.00', '50.00'])
  expect(await amounts({ tillId: branch.tills[1] })).toEqual(['40.00', '50.00'])
  expect(await amounts({ accountNumber: savingsNumber })).toEqual(['5.00', '30.00', '20.00', '10.00'])
  expect(await amounts({ customerId: customer })).toEqual(['5.00', '40.00', '30.00', '20.00', '10.00'])
  expect(await amounts({ person: 'teller2' })).toEqual(['40.00', '50.00'])
  expect(await amounts({ type: 'TRANSFER', customerId: customer })).toEqual(['5.00'])
  expect(await amounts({ least: '20', most: '30' })).toEqual(['30.00', '20.00'])
  expect(await amounts({ from: date, to: date, type: 'DEPOSIT' })).toHaveLength(4)
  expect(await amounts({ to: '2000-01-01' })).toEqual([])
  expect(await amounts({ status: 'FAILED' })).toEqual([])
  expect(await amounts({ actor: 'CORRECTION' })).toEqual([])
})

test('pages follow each other without a gap or a repetition, in every order in which they are read', async () => {
  const finds: readonly Find[] = [
    {},
    { customerId: customer },
    { tillId: branch.tills[0] },
    { userId: branch.staff.teller.id },
  ]
  for (const who of ['supervisor', 'teller', 'auditor'] as const)
    for (const find of finds) {
      const whole = (await list({ ...find, limit: 200 }, who)).rows.map(({ id }) => id)
      const paged: string[] = []
      for (let before: string | null = null, more = true; more;) {
        const page = await list({ ...find, before, limit: 2 }, who)
        paged.push(...page.rows.map(({ id }) => id))
        before = page.next
        more = before !== null
      }
      expect(paged, `${who} ${JSON.stringify(find)}`).toEqual(whole)
    }
})

test('what fits is counted and summed by currency, but not for whoever holds a till: the sum would tell the count', async () => {
  expect(await total({ customerId: customer })).toEqual({
    count: 5,
    more: false,
    sums: [{ currency: 'USD', count: 5, amount: '105.00' }],
  })
  expect(await total({}, 'teller')).toEqual({ count: 5, more: false, sums: null })
  expect(await total({ to: '2000-01-01' }, 'teller')).toEqual({ count: 0, more: false, sums: [] })
})

test('a posting shows who opened and printed it, and the reversal stands beside what it reverses', async () => {
  const posted = await workplace
    .as('teller')
    .call('postings.postDeposit', newCashPosting(current, { amount: '7' }))
  const { posting } = await workplace.as('teller').call('postings.reverse', newReversal(posted.id))
  await workplace.as('supervisor').call('postings.exportReceipt', { transactionId: posted.id })
  const { events } = await workplace.as('auditor').call('journal.trail', { transactionId: posted.id })
  expect(events.map(({ action, person }) => [action, person])).toEqual([
    ['POSTED', 'teller Test'],
    ['EXPORTED', 'supervisor Test'],
    ['VIEWED', 'auditor Test'],
  ])
  const [reversal, reversed] = (await list({ limit: 2 })).rows
  expect(reversal?.reversal).toMatchObject({ direction: 'REVERSES', reference: posted.reference })
  expect(reversed?.reversal).toMatchObject({ direction: 'REVERSED_BY', reference: posting?.reference })
})

describe('my till', () => {
  test('has every session that I held, whole: float, postings, count and difference, which is the system’s', async () => {
    await closeTill(branch.pool('teller2'), '88')
    await openTill(branch.pool('teller2'), branch.tills[1], '5')
    const { sessions } = await workplace.as('teller2').call('journal.listTillSessions', {})
    expect(sessions).toMatchObject([
      {
        till: 'Till 2',
        float: '5.00',
        closedAt: null,
        expected: null,
        counted: null,
        variance: null,
        mine: true,
      },
      {
        till: 'Till 2',
        float: '50.00',
        expected: '90.00',
        counted: '88.00',
        variance: '-2.00',
        closedBy: 'teller2 Test',
      },
    ])
    const events = await list({ tillSessionId: sessions[1]?.id ?? '' }, 'teller2')
    expect(events.rows.map(({ amount, actor }) => [amount, actor.kind])).toEqual([
      ['88.00', 'PERSON'],
      ['2.00', 'CORRECTION'],
      ['40.00', 'PERSON'],
      ['50.00', 'PERSON'],
    ])
    expect(await amounts({ tillSessionId: sessions[0]?.id ?? '' }, 'teller2')).toEqual(['5.00'])
    expect((await list({}, 'teller2')).rows.map(({ amount }) => amount)).toContain('2.00')
  })

  test('is nobody else’s but the supervisor’s and the auditor’s', async () => {
    const { sessions } = await workplace.as('teller2').call('journal.listTillSessions', {})
    const find = { tillSessionId: sessions[1]?.id ?? randomUUID() }
    expect(await workplace.as('teller').ask('journal.list', find)).toMatchObject({
      error: { code: 'TILL_NOT_FOUND' },
    })
    const mine = (await workplace.as('teller').call('journal.listTillSessions', {})).sessions
    expect(mine.map(({ holder }) => holder)).toEqual(['teller Test'])
    for (const who of ['supervisor', 'auditor'] as const) expect(await amounts(find, who)).toHaveLength(4)
    const south = await secondBranch(branch)
    workplace.become(south.supervisor)
    expect(await workplace.ask('journal.list', find)).toMatchObject({ error: { code: 'TILL_NOT_FOUND' } })
    expect((await workplace.call('journal.listTillSessions', {})).sessions).toHaveLength(1)
  })
})
