import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { TestBranch } from '../support/branch.ts'
import { balanceOf, openNewCustomersAccount } from '../support/accounts.ts'
import { approveAs, shownTo } from '../support/approvals.ts'
import { booksFaults } from '../support/branch.ts'
import { setLimits } from '../support/limits.ts'
import { newCashPosting } from '../support/postings.ts'
import { addProduct, setProduct } from '../support/products.ts'
import { closeTill } from '../support/posting-functions.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { cashAccountOf, ensureOpenTill } from '../support/tills.ts'

const workplace = await workplaceForFile({ vault: '1000000.00' })

/** The teller with an open till, an account with 5,000.00, and a limit of 1,000 for one withdrawal. */
async function arrange(balance = '5000.00') {
  const { branch } = workplace
  await ensureOpenTill(branch, branch.staff.teller, 0, '20000')
  await setLimits(branch, {
    transactionType: 'WITHDRAWAL',
    perPosting: '1000',
    perPersonDay: '9000000',
    perAccountDay: '1000',
  })
  return openNewCustomersAccount(branch, { balance })
}

const withdraw = (accountId: string, amount: string, key: string = randomUUID()) =>
  workplace.as('teller').call('postings.postWithdrawal', newCashPosting(accountId, { key, amount }))

const receiptOf = (transactionId: string) => workplace.as('teller').call('postings.get', { transactionId })

const tillHas = async ({ database, tills }: TestBranch) => {
  const account = await cashAccountOf(workplace.branch, tills[0])
  const { rows } = await database.superuser.query(
    'SELECT ledger_balance AS cash FROM balances WHERE account_id = $1',
    [account],
  )
  return rows[0]?.cash
}

describe('a withdrawal above the limit', () => {
  test('waits with its funds held, and moves nothing', async () => {
    const account = await arrange()
    const before = await tillHas(workplace.branch)
    const waiting = await withdraw(account, '1000.01')
    expect(waiting).toMatchObject({
      status: 'PENDING',
      amount: '1000.01',
      legs: [{ side: 'DEBIT', ledgerAfter: null }, { side: 'CREDIT' }],
    })
    expect(await balanceOf(workplace.branch, account)).toEqual({ ledger: '5000.00', available: '3999.99' })
    expect(await tillHas(workplace.branch)).toBe(before)
    expect(await booksFaults(workplace.branch.database)).toEqual([])
  })
  test('at the limit itself is posted at once', async () => {
    expect(await withdraw(await arrange(), '1000.00')).toMatchObject({ status: 'COMPLETED' })
  })
  test('posts when a supervisor approves it: under the teller, from the approval, with the balances after', async () => {
    const account = await arrange()
    const { id } = await withdraw(account, '2000')
    expect(await approveAs(workplace, 'supervisor', id)).toMatchObject({
      ok: true,
      value: { status: 'APPROVED' },
    })
    expect(await receiptOf(id)).toMatchObject({
      status: 'COMPLETED',
      actor: { kind: 'PERSON', person: 'teller Test', causeType: 'APPROVAL' },
      legs: [
        { side: 'DEBIT', ledgerBefore: '5000.00', ledgerAfter: '3000.00', availableAfter: '3000.00' },
        { side: 'CREDIT' },
      ],
    })
    expect(await balanceOf(workplace.branch, account)).toEqual({ ledger: '3000.00', available: '3000.00' })
    expect(await booksFaults(workplace.branch.database)).toEqual([])
  })
  test('is one posting whatever is sent again: waiting, posted', async () => {
    const account = await arrange()
    const key = randomUUID()
    const { id } = await withdraw(account, '2000', key)
    expect(await withdraw(account, '2000', key)).toMatchObject({ id, status: 'PENDING' })
    expect(
      await workplace
        .as('teller')
        .ask('postings.postWithdrawal', newCashPosting(account, { key, amount: '2001' })),
    ).toMatchObject({ ok: false, error: { code: 'KEY_REUSED' } })
    await approveAs(workplace, 'supervisor', id)
    expect(await withdraw(account, '2000', key)).toMatchObject({ id, status: 'COMPLETED' })
    expect(await balanceOf(workplace.branch, account)).toMatchObject({ ledger: '3000.00' })
  })
  test('is cancelled with the reason when it is declined, and the funds are free again', async () => {
    const account = await arrange()
    const { id } = await withdraw(account, '2000')
    await workplace
      .as('supervisor')
      .call('approvals.decline', { approvalId: id, reason: 'Ask for the passport' })
    expect(await receiptOf(id)).toMatchObject({ status: 'CANCELLED' })
    expect(await balanceOf(workplace.branch, account)).toEqual({ ledger: '5000.00', available: '5000.00' })
  })
  test('is cancelled when the teller takes it back', async () => {
    const account = await arrange()
    const { id } = await withdraw(account, '2000')
    await workplace.as('teller').call('approvals.withdraw', { approvalId: id })
    expect(await receiptOf(id)).toMatchObject({ status: 'CANCELLED' })
    expect(await balanceOf(workplace.branch, account)).toMatchObject({ available: '5000.00' })
  })
  test('fails by name when the till was closed meanwhile, and the funds are free again', async () => {
    const account = await arrange()
    const { branch } = workplace
    const { id } = await withdraw(account, '2000')
    const cash = await tillHas(branch)
    await closeTill(branch.pool('teller'), String(cash))
    await ensureOpenTill(branch, branch.staff.teller, 0, '20000')
    expect(await approveAs(workplace, 'supervisor', id)).toMatchObject({
      value: { status: 'FAILED', failure: { code: 'TILL_CHANGED' } },
    })
    expect(await receiptOf(id)).toMatchObject({ status: 'FAILED' })
    expect(await balanceOf(branch, account)).toEqual({ ledger: '5000.00', available: '5000.00' })
  })
  test('is refused at once for what it could not be posted for anyway', async () => {
    const account = await arrange('1500.00')
    expect(
      await workplace
        .as('teller')
        .ask('postings.postWithdrawal', newCashPosting(account, { amount: '1500.01' })),
    ).toMatchObject({ error: { code: 'INSUFFICIENT_FUNDS' } })
    expect(await balanceOf(workplace.branch, account)).toMatchObject({ available: '1500.00' })
  })
  test('is not approved by its maker, whoever that is', async () => {
    const { branch } = workplace
    const account = await arrange('90000.00')
    await ensureOpenTill(branch, branch.staff.supervisor, 1, '60000')
    const { id } = await workplace
      .as('supervisor')
      .call('postings.postWithdrawal', newCashPosting(account, { amount: '50000' }))
    expect(await approveAs(workplace, 'supervisor', id)).toMatchObject({ error: { code: 'OWN_PROPOSAL' } })
    expect(await approveAs(workplace, 'supervisor2', id)).toMatchObject({ value: { status: 'APPROVED' } })
  })
  test('shows what changed since it was asked for, and binds the approval to what is shown', async () => {
    const { branch } = workplace
    const account = await arrange()
    const { id } = await withdraw(account, '2000')
    const seen = await shownTo(workplace, 'supervisor', id)
    expect(seen.facts).toMatchObject({
      postingType: 'WITHDRAWAL',
      amount: '2000.00',
      exceeded: 'PER_POSTING',
      allowed: '1000.00',
      fromBalance: '5000.00',
      fromBalanceAfter: '3000.00',
      toAccount: 'Till 1',
    })
    await workplace.as('teller').call('postings.postDeposit', newCashPosting(account, { amount: '10' }))
    expect((await shownTo(workplace, 'supervisor', id)).changed).toEqual(
      expect.arrayContaining(['cashIn', 'fromBalance', 'fromBalanceAfter']),
    )
    expect(
      await workplace
        .as('supervisor')
        .ask('approvals.approve', { approvalId: id, hash: seen.hash, passwordHalf: null }),
    ).toMatchObject({ error: { code: 'CHANGED_MEANWHILE' } })
    expect(await booksFaults(branch.database)).toEqual([])
  })
  test('holds of a deposit nothing but what it draws: its fee comes out of the cash that it brings', async () => {
    const { branch } = workplace
    await setLimits(branch, { perPosting: '100', perPersonDay: '9000000', perAccountDay: '9000000' })
    const fees = [
      {
        type: 'DEPOSIT',
        minimum: null,
        maximum: null,
        steps: [{ above: '0', flat: '2.00', percent: '0' }],
      },
    ]
    const account = await arrange('0.01')
    await setProduct(branch, account, await addProduct(branch, { fees }))
    const { id, status } = await workplace
      .as('teller')
      .call('postings.postDeposit', newCashPosting(account, { amount: '100.01' }))
    expect(status).toBe('PENDING')
    expect(await balanceOf(branch, account)).toEqual({ ledger: '0.01', available: '0.01' })
    await approveAs(workplace, 'supervisor', id)
    expect(await balanceOf(branch, account)).toEqual({ ledger: '98.02', available: '98.02' })
  })
  test('fails when whoever asked for it is no longer active', async () => {
    const account = await arrange()
    const { branch } = workplace
    const { id } = await withdraw(account, '2000')
    const status = (to: string) =>
      branch.database.superuser.query(`UPDATE users SET status = $1 WHERE id = $2`, [
        to,
        branch.staff.teller.id,
      ])
    await status('SUSPENDED')
    expect(await approveAs(workplace, 'supervisor', id)).toMatchObject({
      value: { status: 'FAILED', failure: { code: 'MAKER_NOT_ACTIVE' } },
    })
  })
})

test('of two limits that begin on the same day the one that was agreed later is in force', async () => {
  const { superuser } = workplace.branch.database
  const limit = `INSERT INTO posting_limits (id, role, transaction_type, currency, per_posting, per_person_day, per_account_day, valid_from)
    VALUES ($1, 'API_USER', 'FEE', 'USD', $2, 1, 1, '2020-01-01')`
  await superuser.query(limit, ['ffffffff-0000-7000-8000-000000000000', 1])
  await superuser.query(limit, ['00000000-0000-7000-8000-000000000000', 2])
  const { rows } = await superuser.query(
    `SELECT per_posting::int AS amount FROM limit_in_force($1, 'API_USER', 'FEE', 'USD', '2026-01-01')`,
    [workplace.branch.id],
  )
  expect(rows).toEqual([{ amount: 2 }])
})
