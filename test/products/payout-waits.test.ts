import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { balanceOf, openAccount } from '../support/accounts.ts'
import { approveAs, shownTo } from '../support/approvals.ts'
import { booksFaults } from '../support/branch.ts'
import { approvedCustomer } from '../support/customers.ts'
import { openDate } from '../support/days.ts'
import { setLimits } from '../support/limits.ts'
import { newTransfer } from '../support/postings.ts'
import { newReversal } from '../support/reversals.ts'
import { workplaceForFile } from '../support/test-file.ts'

const workplace = await workplaceForFile()
const { branch } = workplace
const firstDue = new Date(Date.parse(await openDate(branch)) + 30 * 86_400_000).toISOString().slice(0, 10)
const setMost = (perPosting: string) =>
  setLimits(branch, {
    role: 'SUPERVISOR',
    transactionType: 'TRANSFER',
    perPosting,
    perPersonDay: '9000000',
    perAccountDay: '9000000',
  })

beforeEach(() => setMost('1000'))

/** A payout of 3,000.00 out of a loan of 5,000.00, which is above the supervisor's limit of 1,000.00. */
async function newPayout() {
  const customer = await approvedCustomer(branch)
  return {
    key: randomUUID(),
    accountId: await openAccount(branch, customer, { type: 'LOAN', agreedLimit: '5000' }),
    toAccountId: await openAccount(branch, customer),
    currency: 'USD',
    amount: '3000',
    method: 'EQUAL_PRINCIPAL' as const,
    months: 3,
    firstDue,
  }
}
type Payout = Awaited<ReturnType<typeof newPayout>>

const payOut = (payout: Payout) => workplace.as('supervisor').ask('products.payOutLoan', payout)
const again = (payout: Payout, changes: Partial<Payout> = {}) =>
  payOut({ ...payout, key: randomUUID(), ...changes })
const loanOf = async ({ accountId }: Payout) =>
  (await workplace.as('teller').call('products.readAccount', { accountId })).loan

async function waiting() {
  const payout = await newPayout()
  const { transactionId } = await workplace.as('supervisor').call('products.payOutLoan', payout)
  return { payout, transactionId }
}

describe('a payout above the limit', () => {
  test('waits: there is no loan, no schedule and no money yet, and what is agreed is held', async () => {
    const { payout, transactionId } = await waiting()
    expect(await payOut(payout)).toMatchObject({ value: { transactionId, status: 'PENDING' } })
    expect(await loanOf(payout)).toBeNull()
    expect(await balanceOf(branch, payout.accountId)).toEqual({ ledger: '0.00', available: '2000.00' })
    expect(await balanceOf(branch, payout.toAccountId)).toMatchObject({ ledger: '0.00' })
    expect(await booksFaults(branch.database)).toEqual([])
  })
  test('is decided on the schedule too, and has it from the approval on', async () => {
    const { payout, transactionId } = await waiting()
    const { facts, changed } = await shownTo(workplace, 'supervisor2', transactionId)
    expect(facts).toMatchObject({ loanMethod: 'EQUAL_PRINCIPAL', loanMonths: '3', loanFirstDue: firstDue })
    expect(changed).toEqual([])
    expect(await approveAs(workplace, 'supervisor2', transactionId)).toMatchObject({
      value: { status: 'APPROVED' },
    })
    expect(await loanOf(payout)).toMatchObject({
      principal: '3000.00',
      owedPrincipal: '3000.00',
      schedule: [{ dueOn: firstDue }, {}, {}],
    })
    expect(await payOut(payout)).toMatchObject({ value: { transactionId, status: 'COMPLETED' } })
    expect(await again(payout, { amount: '500' })).toMatchObject({ error: { code: 'LOAN_PAID_OUT' } })
  })
  test('that is declined leaves nothing behind: the loan is paid out anew', async () => {
    const { payout, transactionId } = await waiting()
    await workplace
      .as('supervisor2')
      .call('approvals.decline', { approvalId: transactionId, reason: 'Too much at once' })
    expect(await loanOf(payout)).toBeNull()
    expect(await payOut(payout)).toMatchObject({ value: { transactionId, status: 'CANCELLED' } })
    expect(await again(payout, { amount: '900' })).toMatchObject({ value: { status: 'COMPLETED' } })
    expect(await loanOf(payout)).toMatchObject({ principal: '900.00' })
  })
  test.each(['withdrawn', 'lapsed'] as const)('that is %s leaves nothing behind either', async (how) => {
    const { payout, transactionId } = await waiting()
    if (how === 'withdrawn')
      await workplace.as('supervisor').call('approvals.withdraw', { approvalId: transactionId })
    else await branch.database.superuser.query('SELECT lapse_approvals($1)', [branch.id])
    expect(await loanOf(payout)).toBeNull()
    expect(await again(payout, { amount: '900' })).toMatchObject({ value: { status: 'COMPLETED' } })
  })
  test('that fails when it is approved leaves nothing behind either', async () => {
    const { payout, transactionId } = await waiting()
    const { toAccountId: accountId } = payout
    await workplace.as('supervisor').call('accounts.freeze', { accountId, reason: 'Lost card' })
    expect(await approveAs(workplace, 'supervisor2', transactionId)).toMatchObject({
      value: { status: 'FAILED', failure: { code: 'ACCOUNT_FROZEN' } },
    })
    await workplace.as('supervisor').call('accounts.unfreeze', { accountId, reason: 'Found' })
    expect(await again(payout, { amount: '900' })).toMatchObject({ value: { status: 'COMPLETED' } })
  })
  test('keeps another one waiting until it is decided', async () => {
    const { payout } = await waiting()
    expect(await again(payout, { amount: '900' })).toMatchObject({
      error: { code: 'LOAN_PAYOUT_WAITS', details: { proposer: 'supervisor Test' } },
    })
  })
  test('is one payout under its key: another plan under the same key is refused', async () => {
    const { payout, transactionId } = await waiting()
    expect(await payOut({ ...payout, months: 4 })).toMatchObject({ error: { code: 'KEY_REUSED' } })
    await approveAs(workplace, 'supervisor2', transactionId)
    expect(await payOut({ ...payout, months: 4 })).toMatchObject({ error: { code: 'KEY_REUSED' } })
  })
})

/** A payout of 3,000.00 that was posted at once, and reversed. */
async function reversed() {
  await setMost('5000')
  const payout = await newPayout()
  const { transactionId } = await workplace.as('supervisor').call('products.payOutLoan', payout)
  await workplace.call('postings.reverse', newReversal(transactionId))
  return payout
}

describe('a payout that was reversed', () => {
  test('is no loan any more: it is paid out anew, with another schedule', async () => {
    const payout = await reversed()
    expect(await loanOf(payout)).toBeNull()
    expect(await again(payout, { amount: '300', months: 2 })).toMatchObject({
      value: { status: 'COMPLETED' },
    })
    expect(await loanOf(payout)).toMatchObject({
      principal: '300.00',
      owedPrincipal: '300.00',
      payments: [],
      schedule: [{ principal: '150.00' }, { principal: '150.00' }],
    })
  })
  test('counts as no payment of the next one: what is late is told', async () => {
    const payout = await reversed()
    await again(payout, { amount: '300', months: 3 })
    const { rows } = await branch.database.superuser.query('SELECT loan_view($1, $2) AS loan', [
      payout.accountId,
      firstDue,
    ])
    expect(rows).toMatchObject([{ loan: { arrears: '100.00', overdueSince: firstDue } }])
  })
  test('and so a repayment that was reversed is late again', async () => {
    await setMost('5000')
    const payout = await newPayout()
    await workplace.as('supervisor').call('products.payOutLoan', payout)
    const back = newTransfer(payout.toAccountId, payout.accountId, { amount: '1000' })
    const { id } = await workplace.as('supervisor').call('postings.postTransfer', back)
    await workplace.call('postings.reverse', newReversal(id))
    expect(await loanOf(payout)).toMatchObject({ owedPrincipal: '3000.00', payments: [] })
  })
})
