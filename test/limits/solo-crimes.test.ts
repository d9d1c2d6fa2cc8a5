import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { CallInput } from '../../shared/contract.ts'
import { balanceOf, openAccount, openNewCustomersAccount } from '../support/accounts.ts'
import { approveAs, shownTo } from '../support/approvals.ts'
import type { StaffName } from '../support/branch.ts'
import { approvedCustomer } from '../support/customers.ts'
import { newLimit, setLimits } from '../support/limits.ts'
import { postBatch, postSql } from '../support/posting-functions.ts'
import { newCashPosting, newTransfer } from '../support/postings.ts'
import { newReversal } from '../support/reversals.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { ensureOpenTill } from '../support/tills.ts'

// What one person could do alone before there were limits: through the window's calls, and by SQL with the own token.

const workplace = await workplaceForFile({ vault: '1000000.00' })
const { branch } = workplace
const { superuser } = branch.database
const tillOf = {
  teller: await ensureOpenTill(branch, branch.staff.teller, 0, '50000'),
  supervisor: await ensureOpenTill(branch, branch.staff.supervisor, 1, '50000'),
}

const statusOf = async (accountId: string) => {
  const { rows } = await superuser.query<{ id: string; status: string }>(
    'SELECT id, status FROM transactions WHERE $1 IN (from_account_id, to_account_id) ORDER BY id DESC LIMIT 1',
    [accountId],
  )
  return rows[0]
}

/** What somebody of the staff is answered who approves by SQL exactly what is shown. */
async function approvesBySql(name: StaffName, approvalId: string) {
  const { rows } = await superuser.query(
    `SELECT approval_hash(a, facts_of(a)) AS hash FROM approvals a WHERE id = $1`,
    [approvalId],
  )
  return branch
    .pool(name)
    .query('SELECT approve($1, $2)', [approvalId, rows[0]?.hash])
    .then(
      () => 'approved',
      (error: { constraint?: string }) => error.constraint,
    )
}

describe.each(['teller', 'supervisor'] as const)('a %s alone', (name) => {
  test('deposits 1,000,000,000 by a call: nothing is there until somebody else approves it', async () => {
    const account = await openNewCustomersAccount(branch)
    const { id, status } = await workplace
      .as(name)
      .call('postings.postDeposit', newCashPosting(account, { amount: '1000000000' }))
    expect(status).toBe('PENDING')
    expect(await balanceOf(branch, account)).toEqual({ ledger: '0.00', available: '0.00' })
    expect(await approvesBySql(name, id)).toBe(name === 'teller' ? 'FORBIDDEN' : 'OWN_PROPOSAL')
    expect(await balanceOf(branch, account)).toEqual({ ledger: '0.00', available: '0.00' })
  })
  test('deposits 1,000,000,000 by SQL: the same', async () => {
    const account = await openNewCustomersAccount(branch)
    await branch.pool(name).query(postSql({ from: tillOf[name], to: account, amount: '1000000000' }))
    expect(await statusOf(account)).toMatchObject({ status: 'PENDING' })
    expect(await balanceOf(branch, account)).toEqual({ ledger: '0.00', available: '0.00' })
  })
  test('splits it: what is put on one account in a day is limited in all', async () => {
    const account = await openNewCustomersAccount(branch)
    const most = name === 'teller' ? 50000 : 100000
    const states: string[] = []
    for (let n = 0; n < 6; n += 1) {
      const amount = String(most / 5)
      const posted = await workplace
        .as(name)
        .call('postings.postDeposit', newCashPosting(account, { amount }))
      states.push(posted.status)
    }
    expect(states).toEqual([...Array<string>(5).fill('COMPLETED'), 'PENDING'])
    expect(await balanceOf(branch, account)).toMatchObject({ ledger: `${most}.00` })
  })
})

test('no other role posts or approves a posting: the administrator, the auditor, a program', async () => {
  const account = await openNewCustomersAccount(branch)
  const { id } = await workplace
    .as('teller')
    .call('postings.postDeposit', newCashPosting(account, { amount: '1000000000' }))
  for (const name of ['admin', 'auditor', 'apiUser'] as const) {
    const posting = branch.pool(name).query(postSql({ from: tillOf.teller, to: account }))
    await expect(posting).rejects.toMatchObject({ constraint: 'FORBIDDEN' })
    expect(await approvesBySql(name, id)).toBe('FORBIDDEN')
  }
  expect(await balanceOf(branch, account)).toMatchObject({ ledger: '0.00' })
})

test('a supervisor alone pays out a loan of 5,000,000,000: not even one that two people agreed', async () => {
  const customer = await approvedCustomer(branch)
  const loan = await openAccount(branch, customer, { type: 'LOAN', agreedLimit: '5000000000' })
  const savings = await openAccount(branch, customer)
  const { id, status } = await workplace
    .as('supervisor')
    .call('postings.postTransfer', newTransfer(loan, savings, { amount: '5000000000' }))
  expect(status).toBe('PENDING')
  expect(await balanceOf(branch, savings)).toMatchObject({ ledger: '0.00' })
  expect(await balanceOf(branch, loan)).toMatchObject({ ledger: '0.00', available: '0.00' })
  expect(await approvesBySql('supervisor', id)).toBe('OWN_PROPOSAL')
  expect(await approveAs(workplace, 'supervisor2', id)).toMatchObject({ value: { status: 'APPROVED' } })
  expect(await balanceOf(branch, savings)).toMatchObject({ ledger: '5000000000.00' })
})

test('splitting over accounts and connections at once stays below what a person posts alone in a day', async () => {
  await setLimits(branch, {
    transactionType: 'WITHDRAWAL',
    perPosting: '100',
    perPersonDay: '250',
    perAccountDay: '100',
  })
  const accounts: string[] = []
  for (let n = 0; n < 6; n += 1) accounts.push(await openNewCustomersAccount(branch, { balance: '200.00' }))
  const posted = await Promise.all(
    accounts.map((from) =>
      branch
        .pool('teller')
        .query<{ status: string }>(
          `SELECT (${postSql({ type: 'WITHDRAWAL', from, to: tillOf.teller, amount: '100' }).replace('SELECT ', '')}).status`,
        ),
    ),
  )
  const done = posted.filter(({ rows }) => rows[0]?.status === 'COMPLETED')
  expect(done).toHaveLength(2)
})

test('hundreds in one call: those that are above the limit wait, each by itself', async () => {
  const account = await openNewCustomersAccount(branch)
  const items = Array.from({ length: 6 }, () => ({
    key: randomUUID(),
    type: 'DEPOSIT' as const,
    legs: [
      [tillOf.supervisor, 'DEBIT', '20000'],
      [account, 'CREDIT', '20000'],
    ] as const,
    currency: 'USD',
  }))
  const answers = await postBatch(branch.pool('supervisor'), items)
  expect(answers).toMatchObject(
    [...Array<string>(5).fill('COMPLETED'), 'PENDING'].map((status) => ({ receipt: { status } })),
  )
  expect(await balanceOf(branch, account)).toMatchObject({ ledger: '100000.00' })
})

describe('a limit', () => {
  test.each(['admin', 'supervisor'] as const)('is not changed by the %s alone', async (name) => {
    const key = randomUUID()
    const limit = newLimit({ key, role: 'SUPERVISOR', currency: name === 'admin' ? 'EUR' : 'GBP' })
    await workplace.as(name).call('limits.propose', { ...limit, perPosting: '9000000000' })
    expect(await approvesBySql(name, key)).toBe('OWN_PROPOSAL')
    const { rows } = await superuser.query('SELECT FROM posting_limits WHERE approval_id = $1', [key])
    expect(rows).toEqual([])
    await expect(branch.pool(name).query('DELETE FROM posting_limits')).rejects.toMatchObject({
      code: '42501',
    })
    await expect(
      branch.pool(name).query('UPDATE posting_limits SET per_posting = 9e12'),
    ).rejects.toMatchObject({ code: '42501' })
  })
  test('is changed by two people, from its first day until its last, and then the former one is in force again', async () => {
    const key = randomUUID()
    const { businessDate } = await workplace.as('admin').call('limits.list', { currency: 'NOK' })
    const limit = newLimit({
      key,
      currency: 'NOK',
      perPosting: '123',
      validFrom: businessDate,
      validUntil: businessDate,
    })
    await workplace.as('admin').call('limits.propose', limit)
    expect(await shownTo(workplace, 'supervisor', key)).toMatchObject({
      facts: {
        limitRole: 'TELLER',
        postingType: 'DEPOSIT',
        perPosting: '500000.00',
        newPerPosting: '123.00',
      },
    })
    expect(await approveAs(workplace, 'supervisor', key)).toMatchObject({ value: { status: 'APPROVED' } })
    const { limits } = await workplace.as('auditor').call('limits.list', { currency: 'NOK' })
    expect(
      limits.find(({ role, transactionType }) => role === 'TELLER' && transactionType === 'DEPOSIT'),
    ).toMatchObject({
      perPosting: '123.00',
      validUntil: businessDate,
      inForce: true,
      decidedBy: 'supervisor Test',
    })
    const { rows } = await superuser.query(
      `SELECT (limit_in_force($1, 'TELLER', 'DEPOSIT', 'NOK', $2::date + 1)).per_posting`,
      [branch.id, businessDate],
    )
    expect(rows[0]).toEqual({ per_posting: '500000.00' })
  })
})

const reversal = (changes: Partial<CallInput<'limits.propose'>> = {}) =>
  newLimit({
    transactionType: 'REVERSAL',
    perAccountDay: null,
    perPosting: '50',
    perPersonDay: '70',
    ...changes,
  })
const today = async () => (await workplace.as('admin').call('limits.list', { currency: 'USD' })).businessDate

describe('what may be reversed alone', () => {
  test('is not changed by one person, and never in place', async () => {
    for (const name of ['admin', 'supervisor'] as const) {
      const limit = reversal({ currency: name === 'admin' ? 'EUR' : 'GBP', perPosting: '9000000000' })
      await workplace.as(name).call('limits.propose', limit)
      expect(await approvesBySql(name, limit.key)).toBe('OWN_PROPOSAL')
      const { rows } = await superuser.query('SELECT FROM reversal_limits WHERE approval_id = $1', [
        limit.key,
      ])
      expect(rows).toEqual([])
    }
    await expect(superuser.query('UPDATE reversal_limits SET per_day = 9e12')).rejects.toMatchObject({
      constraint: 'APPEND_ONLY',
    })
  })

  test('stands among the limits, is changed by two people and counts at once', async () => {
    const validFrom = await today()
    const limit = reversal({ validFrom })
    await workplace.as('admin').call('limits.propose', limit)
    expect(await shownTo(workplace, 'supervisor', limit.key)).toMatchObject({
      kind: 'REVERSAL_LIMIT',
      facts: {
        limitRole: 'TELLER',
        perPosting: '10000.00',
        newPerPosting: '50.00',
        perPersonDay: '20000.00',
        newPerPersonDay: '70.00',
      },
    })
    expect(await approveAs(workplace, 'supervisor', limit.key)).toMatchObject({
      value: { status: 'APPROVED' },
    })
    const { limits } = await workplace.as('auditor').call('limits.list', { currency: 'USD' })
    expect(limits.filter(({ transactionType }) => transactionType === 'REVERSAL')).toMatchObject([
      {
        role: 'TELLER',
        perPosting: '50.00',
        perPersonDay: '70.00',
        perAccountDay: null,
        validFrom,
        inForce: true,
      },
      { role: 'SUPERVISOR', perPosting: '10000.00', validFrom: null, decidedBy: null },
    ])
    const needs: (string | undefined)[] = []
    for (const amount of ['50.01', '50', '20', '0.01']) {
      const account = await openNewCustomersAccount(branch)
      const posted = await workplace
        .as('teller')
        .call('postings.postDeposit', newCashPosting(account, { amount }))
      const reversed = await workplace.as('teller').call('postings.reverse', newReversal(posted.id))
      needs.push(reversed.waits?.because)
    }
    expect(needs).toEqual(['ABOVE_LIMIT', undefined, undefined, 'ABOVE_DAY_LIMIT'])
  })

  test('ends on its last day, and then the former one is in force again; and another one cannot wait beside it', async () => {
    const validFrom = await today()
    const limit = reversal({ currency: 'NOK', validFrom, validUntil: validFrom })
    await workplace.as('admin').call('limits.propose', limit)
    expect(
      await workplace.as('supervisor').ask('limits.propose', reversal({ currency: 'NOK' })),
    ).toMatchObject({
      error: { code: 'LIMIT_WAITS' },
    })
    await approveAs(workplace, 'supervisor', limit.key)
    const { rows } = await superuser.query(
      `SELECT (reversal_limit_in_force($1, 'TELLER', 'NOK', $2::date)).per_posting AS now,
        (reversal_limit_in_force($1, 'TELLER', 'NOK', $2::date + 1)).per_posting AS later`,
      [branch.id, validFrom],
    )
    expect(rows).toEqual([{ now: '50.00', later: '10000.00' }])
  })

  test('has no amount by account, and a posting’s limit has one', async () => {
    for (const wrong of [{ perAccountDay: '5' }, { transactionType: 'DEPOSIT' as const }])
      expect(await workplace.as('admin').ask('limits.propose', reversal(wrong))).toMatchObject({
        error: { code: 'VALIDATION' },
      })
    await expect(
      branch
        .pool('admin')
        .query(
          `SELECT propose_reversal_limit(gen_random_uuid(), 'AUDITOR', 'USD', 1, 1, '2099-01-01', NULL)`,
        ),
    ).rejects.toMatchObject({ constraint: 'LIMIT_NOT_POSSIBLE' })
  })
})

test('where no limit is in force, nothing is posted alone', async () => {
  const { rows } = await superuser.query(
    `SELECT exceeded_limit(ROW($1, 'API_USER', $2, NULL, false, '')::identity, 'DEPOSIT', '{}', 'USD', '2026-01-01') AS exceeded`,
    [branch.staff.apiUser.id, branch.id],
  )
  expect(rows[0]).toEqual({ exceeded: 'NO_LIMIT' })
})

test('a day of ordinary work needs no approval', async () => {
  const amounts = ['20', '150', '1200', '4999.99', '80', '640', '9000', '35.50', '2500', '310']
  for (const amount of amounts) {
    const account = await openNewCustomersAccount(branch, { balance: '10000.00' })
    const posted = await workplace
      .as('teller2')
      .call('postings.postTransfer', newTransfer(account, await openNewCustomersAccount(branch), { amount }))
    expect(posted.status).toBe('COMPLETED')
    const deposit = await workplace
      .as('teller')
      .call('postings.postDeposit', newCashPosting(account, { amount }))
    expect(deposit.status).toBe('COMPLETED')
  }
})
