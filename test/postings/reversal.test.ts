import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { approveAs, shownTo } from '../support/approvals.ts'
import { balanceOf, changeAccount, openNewCustomersAccount } from '../support/accounts.ts'
import type { StaffName } from '../support/branch.ts'
import { post, reverse as undo } from '../support/posting-functions.ts'
import { newCashPosting, newTransfer } from '../support/postings.ts'
import { only } from '../support/queries.ts'
import { addProduct, setProduct } from '../support/products.ts'
import { newReversal } from '../support/reversals.ts'
import { approveBySql } from '../support/second-person.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { cashAccountOf, ensureOpenTill, setTellerTill } from '../support/tills.ts'

// A posting is undone by a new one that mirrors it and is linked to it, at most once, and by whom the rule says.

const workplace = await workplaceForFile()
const { branch } = workplace
const { superuser } = branch.database

beforeEach(() => setTellerTill(branch, true))

const deposit = async (accountId: string, amount = '5', who: StaffName = 'teller') =>
  workplace.as(who).call('postings.postDeposit', newCashPosting(accountId, { amount }))

type Changes = Parameters<typeof newReversal>[1]
const reverse = (transactionId: string, changes: Changes = {}, who: StaffName = 'teller') =>
  workplace.as(who).ask('postings.reverse', newReversal(transactionId, changes))
const refusal = (code: string, details?: object) => ({
  ok: false,
  error: { code, ...(details === undefined ? {} : { details }) },
})

/** Everything that stands in the ledger, by account. */
async function balances() {
  const { rows } = await superuser.query<{ id: string; ledger: string; available: string }>(
    'SELECT account_id AS id, ledger_balance AS ledger, available_balance AS available FROM balances ORDER BY 1',
  )
  return rows
}

test('a deposit of 5,000 typed for 500 is undone in one call: every balance is as before, and both papers name the other', async () => {
  const accountId = await openNewCustomersAccount(branch)
  const before = await balances()
  const posted = await deposit(accountId, '5000')
  const input = newReversal(posted.id, { words: 'It was 500' })
  const teller = workplace.as('teller')
  const { posting, waits } = await teller.call('postings.reverse', input)
  expect(waits).toBeNull()
  expect(await balances()).toEqual(before)
  expect(posting).toMatchObject({
    transactionType: 'DEPOSIT',
    amount: '5000.00',
    description: 'It was 500',
    valueDate: posted.valueDate,
    actor: { kind: 'PERSON', person: 'teller Test', causeType: 'INTENT' },
    reversal: { direction: 'REVERSES', reference: posted.reference, reason: 'Wrong amount' },
  })
  expect(posting?.legs.map(({ side, accountId: on }) => [side, on])).toEqual([
    ['DEBIT', accountId],
    ['CREDIT', await cashAccountOf(branch, branch.tills[0])],
  ])
  expect(await teller.call('postings.get', { transactionId: posted.id })).toMatchObject({
    reversal: { direction: 'REVERSED_BY', reference: posting?.reference, reason: 'Wrong amount' },
  })
  const statement = await teller.call('accounts.statement', { accountId, before: null, limit: 10 })
  expect(statement.lines.map(({ reversal }) => reversal?.reference)).toEqual([
    posted.reference,
    posting?.reference,
  ])
  expect(await teller.call('postings.reverse', input)).toEqual({ posting, waits: null })
})

test('a posting is reversed once, however many people press at the same moment; the others learn by which', async () => {
  const posted = await deposit(await openNewCustomersAccount(branch))
  const teller = workplace.as('teller')
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => teller.ask('postings.reverse', newReversal(posted.id))),
  )
  const done = answers.filter(({ ok }) => ok)
  expect(done).toHaveLength(1)
  const reference = done[0]?.ok === true ? done[0].value.posting?.reference : undefined
  for (const answer of answers.filter(({ ok }) => !ok))
    expect(answer).toMatchObject(refusal('ALREADY_REVERSED', { reference }))
})

test('the same key at the same moment is one reversal, answered alike; with another reason or posting it is refused', async () => {
  const accountId = await openNewCustomersAccount(branch)
  const posted = await deposit(accountId)
  const key = randomUUID()
  const [one, other] = await Promise.all([reverse(posted.id, { key }), reverse(posted.id, { key })])
  expect(one).toEqual(other)
  expect(one.ok).toBe(true)
  expect(await reverse(posted.id, { key, reasonCode: 'WRONG_ACCOUNT' })).toMatchObject(refusal('KEY_REUSED'))
  expect(await reverse((await deposit(accountId)).id, { key })).toMatchObject(refusal('KEY_REUSED'))
})

test('a reversal is not reversed: the refusal names the posting that it undoes', async () => {
  const posted = await deposit(await openNewCustomersAccount(branch))
  const { posting } = await workplace.as('teller').call('postings.reverse', newReversal(posted.id))
  expect(await reverse(posting?.id ?? '')).toMatchObject(
    refusal('REVERSAL_OF_REVERSAL', { reference: posted.reference }),
  )
})

test('money that was drawn meanwhile, a frozen and a closed account are refused by name, and nothing moves', async () => {
  const accountId = await openNewCustomersAccount(branch)
  const posted = await deposit(accountId, '50')
  await workplace.as('teller').call('postings.postWithdrawal', newCashPosting(accountId, { amount: '20' }))
  expect(await reverse(posted.id)).toMatchObject(
    refusal('INSUFFICIENT_FUNDS', { available: '30.00', currency: 'USD' }),
  )
  await deposit(accountId, '20')
  await changeAccount(branch.pool('teller'), 'freeze', accountId)
  expect(await reverse(posted.id)).toMatchObject(refusal('ACCOUNT_FROZEN'))
  await changeAccount(branch.pool('supervisor'), 'unfreeze', accountId)
  await workplace.as('teller').call('postings.postWithdrawal', newCashPosting(accountId, { amount: '50' }))
  await changeAccount(branch.pool('supervisor'), 'close', accountId)
  expect(await reverse(posted.id)).toMatchObject(refusal('ACCOUNT_CLOSED'))
  expect(await balanceOf(branch, accountId)).toMatchObject({ ledger: '0.00' })
})

test('a repayment that is undone is owed again, and a loan that was repaid meanwhile is refused by name', async () => {
  const loan = await openNewCustomersAccount(branch, { type: 'LOAN', agreedLimit: '100' })
  const current = await openNewCustomersAccount(branch)
  const paidOut = await post(branch.pool('supervisor'), 'TRANSFER', loan, current, '100')
  const repaid = await workplace
    .as('teller')
    .call('postings.postTransfer', newTransfer(current, loan, { amount: '40' }))
  expect(await reverse(paidOut, {}, 'supervisor')).toMatchObject(
    refusal('LOAN_OVERPAID', { available: '60.00', currency: 'USD' }),
  )
  expect((await reverse(repaid.id)).ok).toBe(true)
  expect(await balanceOf(branch, loan)).toMatchObject({ ledger: '100.00' })
})

/** Asks for a reversal that another person decides. */
const asked = async (transactionId: string, who: StaffName = 'teller2') => {
  await ensureOpenTill(branch, branch.staff.teller2, 1, '100')
  const input = newReversal(transactionId, { words: 'The customer says so' })
  const answer = await workplace.as(who).call('postings.reverse', input)
  return { input, ...answer }
}

/** Why somebody needs a second person for it; null: alone. */
const needs = async (transactionId: string, who: StaffName = 'teller') =>
  (await workplace.as(who).call('postings.previewReversal', { transactionId, withFees: true })).because

describe('a second person', () => {
  test('decides on another’s posting; the cash moves through the till of whoever asked, under whose name it stands', async () => {
    const accountId = await openNewCustomersAccount(branch)
    const posted = await deposit(accountId, '7')
    const { input, posting, waits } = await asked(posted.id)
    expect(posting).toBeNull()
    expect(waits).toEqual({ approvalId: input.key, because: 'OTHER_PERSON' })
    expect(await balanceOf(branch, accountId)).toMatchObject({ ledger: '7.00' })
    expect(await shownTo(workplace, 'supervisor', input.key)).toMatchObject({
      kind: 'REVERSAL',
      subject: posted.reference,
      facts: { amount: '7.00', postedBy: 'teller Test', till: 'Till 2', reversalReason: 'Wrong amount' },
    })
    expect(await workplace.as('teller').ask('postings.reverse', newReversal(posted.id))).toMatchObject(
      refusal('REVERSAL_WAITS', { proposer: 'teller2 Test' }),
    )
    expect(await approveAs(workplace, 'supervisor', input.key)).toMatchObject({
      value: { status: 'APPROVED' },
    })
    expect(await balanceOf(branch, accountId)).toMatchObject({ ledger: '0.00' })
    const { posting: done } = await workplace.as('teller2').call('postings.reverse', input)
    expect(done).toMatchObject({
      actor: { person: 'teller2 Test', causeType: 'APPROVAL' },
      reversal: { reference: posted.reference },
    })
    expect(done?.legs.find(({ side }) => side === 'CREDIT')?.label).toBe('Till 2')
  })

  test('is needed above the limit, on an earlier day, and after the till was counted', async () => {
    const accountId = await openNewCustomersAccount(branch)
    expect(await needs((await deposit(accountId, '10000')).id)).toBeNull()
    expect(await needs((await deposit(accountId, '10000.01')).id)).toBe('ABOVE_LIMIT')
    const small = await deposit(accountId)
    await superuser.query(
      'UPDATE business_days SET business_date = business_date + 1 WHERE closed_at IS NULL',
    )
    expect(await needs(small.id)).toBe('EARLIER_DAY')
    await superuser.query(
      'UPDATE business_days SET business_date = business_date - 1 WHERE closed_at IS NULL',
    )
    await setTellerTill(branch, false)
    await setTellerTill(branch, true)
    await deposit(accountId, '100')
    expect(await needs(small.id)).toBe('OTHER_TILL_SESSION')
  })

  test('cannot be avoided by splitting: what a person reversed alone on the day counts together', async () => {
    const accountId = await openNewCustomersAccount(branch)
    const parts = []
    for (const amount of ['7000', '7000', '7000']) parts.push(await deposit(accountId, amount))
    const answers = await Promise.all(parts.map(({ id }) => reverse(id)))
    const needed = answers.map((answer) => (answer.ok ? (answer.value.waits?.because ?? null) : answer))
    expect(needed.filter((because) => because === null)).toHaveLength(2)
    expect(needed).toContain('ABOVE_DAY_LIMIT')
  })

  test('is needed whatever key is sent: that of another proposal of one’s own reverses nothing', async () => {
    const accountId = await openNewCustomersAccount(branch, { type: 'CURRENT' })
    const posted = await deposit(accountId, '7')
    const key = randomUUID()
    await ensureOpenTill(branch, branch.staff.teller2, 1, '100')
    await branch.pool('teller2').query('SELECT propose_limit($1, $2, 10)', [key, accountId])
    expect(await reverse(posted.id, { key }, 'teller2')).toMatchObject(refusal('KEY_REUSED'))
    expect(await balanceOf(branch, accountId)).toMatchObject({ ledger: '7.00' })
  })

  test('is not whoever asked, and no teller', async () => {
    const [from, to] = [
      await openNewCustomersAccount(branch, { balance: '9' }),
      await openNewCustomersAccount(branch),
    ]
    const posted = await workplace.as('teller').call('postings.postTransfer', newTransfer(from, to))
    const { input } = await asked(posted.id, 'supervisor')
    expect(await approveAs(workplace, 'supervisor', input.key)).toMatchObject(refusal('OWN_PROPOSAL'))
    const { hash } = await shownTo(workplace, 'supervisor', input.key)
    const decision = { approvalId: input.key, hash, passwordHalf: null }
    expect(await workplace.as('teller2').ask('approvals.approve', decision)).toMatchObject(
      refusal('FORBIDDEN'),
    )
  })

  test('finds the money still there: what the reversal takes is held until it is decided', async () => {
    const accountId = await openNewCustomersAccount(branch, { balance: '2' })
    const posted = await deposit(accountId, '9')
    const { input } = await asked(posted.id)
    const draw = (amount: string) =>
      workplace.as('teller').ask('postings.postWithdrawal', newCashPosting(accountId, { amount }))
    const held = async () =>
      (await workplace.as('teller').call('accounts.listHolds', { accountId })).holds.map(
        ({ kind, amount, reference, releaseReason }) => [kind, amount, reference, releaseReason],
      )
    expect(await draw('2.01')).toMatchObject(refusal('INSUFFICIENT_FUNDS', { available: '2.00' }))
    expect(await held()).toEqual([['REVERSAL', '9.00', posted.reference, null]])
    await workplace
      .as('supervisor')
      .call('approvals.decline', { approvalId: input.key, reason: 'It was right' })
    expect(await balanceOf(branch, accountId)).toEqual({ ledger: '11.00', available: '11.00' })
    const { input: again } = await asked(posted.id)
    expect(await draw('2')).toMatchObject({ ok: true })
    expect(await approveAs(workplace, 'supervisor', again.key)).toMatchObject({
      value: { status: 'APPROVED' },
    })
    expect(await balanceOf(branch, accountId)).toEqual({ ledger: '0.00', available: '0.00' })
    expect((await held()).map((hold) => hold.at(-1))).toEqual(['Approved', 'Declined'])
  })

  test('finds it refused by name when the account was frozen meanwhile, and nothing stays held', async () => {
    const accountId = await openNewCustomersAccount(branch)
    const { input } = await asked((await deposit(accountId, '9')).id)
    await changeAccount(branch.pool('teller'), 'freeze', accountId)
    expect(await approveAs(workplace, 'supervisor', input.key)).toMatchObject({
      value: { status: 'FAILED', failure: { code: 'ACCOUNT_FROZEN' } },
    })
    expect(await balanceOf(branch, accountId)).toEqual({ ledger: '9.00', available: '9.00' })
  })
})

/** A fee that a job has charged for the posting. */
async function feeFor(transactionId: string, accountId: string): Promise<string> {
  const { rows } = await superuser.query<{ id: string }>(
    `SELECT (corex.write_posting(ROW($1, 'TELLER', $2, NULL, false, 'build')::corex.identity, 'FEES', gen_random_uuid(), 'FEE',
       corex.debit_credit($3, corex.branch_account($2, 'FEE_INCOME'), 1.5), 'USD', 'Counter fee',
       p_actor => 'JOB', p_cause_type => 'POSTING', p_cause_id => $4)).posted_id AS id`,
    [branch.staff.teller.id, branch.id, accountId, transactionId],
  )
  return only(rows).id
}

const withFeeRule = async () => {
  await superuser.query('ALTER TABLE posting_rules DROP CONSTRAINT IF EXISTS posting_rules_channel')
  await superuser.query(
    `INSERT INTO posting_rules (channel, transaction_type, debit_type, credit_type, role)
     VALUES ('FEES', 'FEE', 'SAVINGS', 'FEE_INCOME', 'TELLER') ON CONFLICT DO NOTHING`,
  )
}

describe('what followed from a posting', () => {
  test('is named, and undone by the system with it or left, as the person chooses', async () => {
    await withFeeRule()
    const accountId = await openNewCustomersAccount(branch, { balance: '20' })
    const before = await balances()
    const posted = await deposit(accountId, '5')
    await feeFor(posted.id, accountId)
    expect(
      (
        await workplace
          .as('teller')
          .call('postings.previewReversal', { transactionId: posted.id, withFees: true })
      ).following,
    ).toMatchObject([{ transactionType: 'FEE', amount: '1.50', description: 'Counter fee' }])
    const { posting } = await workplace.as('teller').call('postings.reverse', newReversal(posted.id))
    expect(await balances()).toEqual(before)
    const { rows } = await superuser.query(
      `SELECT actor, cause_type, created_by FROM transactions WHERE cause_id = $1 AND cause_type = 'POSTING' ORDER BY id`,
      [posted.id],
    )
    expect(rows).toEqual([
      { actor: 'JOB', cause_type: 'POSTING', created_by: null },
      { actor: 'CORRECTION', cause_type: 'POSTING', created_by: null },
    ])
    expect(posting?.reversal?.reference).toBe(posted.reference)
    const kept = await deposit(accountId, '5')
    await feeFor(kept.id, accountId)
    expect((await reverse(kept.id, { withFees: false })).ok).toBe(true)
    expect(await balanceOf(branch, accountId)).toMatchObject({ ledger: '18.50' })
  })

  test('comes back before the deposit that it was taken from is undone, so that the money is there', async () => {
    const accountId = await openNewCustomersAccount(branch)
    const steps = [{ above: '0', flat: '0.75', percent: '0' }]
    const fees = [{ type: 'DEPOSIT', steps, minimum: null, maximum: null }]
    await setProduct(branch, accountId, await addProduct(branch, { fees }))
    const before = await balances()
    const posted = await deposit(accountId, '5')
    expect(await balanceOf(branch, accountId)).toMatchObject({ ledger: '4.25' })
    const question = { transactionId: posted.id, withFees: true }
    const { following, amount } = await workplace.as('teller').call('postings.previewReversal', question)
    expect([amount, following.map((fee) => fee.amount)]).toEqual(['5.00', ['0.75']])
    expect(await reverse(posted.id, { withFees: false })).toMatchObject(
      refusal('INSUFFICIENT_FUNDS', { available: '4.25', currency: 'USD' }),
    )
    expect((await reverse(posted.id)).ok).toBe(true)
    expect(await balances()).toEqual(before)
  })
})

describe('past the window', () => {
  test('words that are longer than a description are refused, also where a second person would decide', async () => {
    const posted = await deposit(await openNewCustomersAccount(branch))
    const bySql = (words: string) =>
      branch
        .pool('teller2')
        .query(`SELECT reverse_posting(gen_random_uuid(), $1, 'WRONG_AMOUNT', $2, true)`, [posted.id, words])
    await expect(bySql('x'.repeat(201))).rejects.toMatchObject({ constraint: 'VALIDATION' })
    await expect(bySql('x'.repeat(5_000_000))).rejects.toMatchObject({ constraint: 'VALIDATION' })
  })

  test('a fee that is reversed under the key of a fee to come keeps that one from nothing', async () => {
    await withFeeRule()
    const accountId = await openNewCustomersAccount(branch, { balance: '20' })
    const fee = await feeFor((await deposit(accountId)).id, accountId)
    const { rows } = await superuser.query<{ key: string }>(
      `SELECT derived_key($1, 'fee 2099-01-31') AS key`,
      [accountId],
    )
    const { key } = only(rows)
    await undo(branch.pool('teller'), fee, key)
    await approveBySql(branch.pool('supervisor'), key)
    expect(await balanceOf(branch, accountId)).toMatchObject({ ledger: '25.00' })
    const used = 'SELECT FROM transactions WHERE created_by IS NULL AND idempotency_key = $1'
    expect((await superuser.query(used, [key])).rowCount).toBe(0)
  })

  test('two people who reverse under the same key both bring the fee back', async () => {
    const steps = [{ above: '0.00', flat: '2.00', percent: '0.0000' }]
    const product = await addProduct(branch, {
      fees: [{ type: 'TRANSFER', minimum: null, maximum: null, steps }],
    })
    const account = await openNewCustomersAccount(branch, { balance: '100.00' })
    await setProduct(branch, account, product)
    const other = await openNewCustomersAccount(branch)
    const makers = ['teller', 'teller2'] as const
    const posted: string[] = []
    for (const name of makers) posted.push(await post(branch.pool(name), 'TRANSFER', account, other, '1'))
    expect(await balanceOf(branch, account)).toMatchObject({ ledger: '94.00' })
    const key = randomUUID()
    for (const [n, name] of makers.entries()) await undo(branch.pool(name), posted[n] ?? '', key)
    expect(await balanceOf(branch, account)).toMatchObject({ ledger: '100.00' })
  })
})
