import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { balanceOf, internalAccount, openNewCustomersAccount } from '../support/accounts.ts'
import { approveAs, shownTo } from '../support/approvals.ts'
import type { StaffName } from '../support/branch.ts'
import { withoutLimits } from '../support/limits.ts'
import { closeTill, countTill, openTill } from '../support/posting-functions.ts'
import { newCashPosting } from '../support/postings.ts'
import { only, refused } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { cashAccountOf, ensureOpenTill } from '../support/tills.ts'

// Cash between vault and till, and the closing of a till: one gives, the other takes, both count, and nobody is told before.

const workplace = await workplaceForFile()
const { branch } = workplace
const { superuser } = branch.database
const till = branch.tills[0]

const inTill = async () => (await balanceOf(branch, await cashAccountOf(branch, till))).ledger
const ledgerOf = async (type: 'VAULT' | 'CASH_SHORT' | 'CASH_OVER') =>
  Number((await balanceOf(branch, await internalAccount(branch, type))).ledger)

const open = (float: string, name: 'teller' | 'supervisor' = 'teller') =>
  workplace.as(name).call('tills.open', { key: randomUUID(), tillId: till, float })
const count = (counted: string, name: 'teller' | 'supervisor' = 'teller', tillId?: string) =>
  workplace
    .as(name)
    .call('tills.close', { key: randomUUID(), counted, ...(tillId === undefined ? {} : { tillId }) })
const closing = (sessionId: string, name: StaffName = 'teller') =>
  workplace.as(name).call('tills.closing', { sessionId })
const decided = async (approvalId: string, name: StaffName, reason?: string) => {
  const { hash } = await shownTo(workplace, name, approvalId)
  return workplace.ask('approvals.approve', {
    approvalId,
    hash,
    passwordHalf: null,
    ...(reason === undefined ? {} : { reason }),
  })
}

/** The proposal about a till's difference that waits. */
async function differenceOf(sessionId: string): Promise<string> {
  const { rows } = await superuser.query<{ id: string }>(
    `SELECT id FROM approvals WHERE kind = 'TILL_DIFFERENCE' AND subject_id = $1 AND status = 'PENDING'`,
    [sessionId],
  )
  return only(rows).id
}

/** Every test begins with closed tills. */
beforeEach(async () => {
  await superuser.query(
    `UPDATE approvals SET status = 'WITHDRAWN', decided_by = proposed_by, decided_at = now()
     WHERE status = 'PENDING' AND kind LIKE 'TILL%'`,
  )
  await superuser.query('UPDATE till_sessions SET count_locked_at = NULL WHERE closed_at IS NULL')
  const { rows } = await superuser.query<{ username: 'teller' | 'supervisor'; cash: string }>(
    `SELECT username, ledger_balance AS cash FROM till_sessions s JOIN users u ON u.id = s.user_id
       JOIN accounts a ON a.till_id = s.till_id JOIN balances b ON b.account_id = a.id WHERE s.closed_at IS NULL`,
  )
  for (const { username, cash } of rows) await closeTill(branch.pool(username), cash)
})

test('an ordinary day takes two approvals: the float at the opening and the cash at the closing', async () => {
  const { rows: before } = await superuser.query<{ n: number }>('SELECT count(*)::int AS n FROM approvals')
  const { approvalId } = await open('500')
  await approveAs(workplace, 'supervisor', approvalId ?? '', '500')
  const accountId = await openNewCustomersAccount(branch)
  await workplace.as('teller').call('postings.postDeposit', newCashPosting(accountId, { amount: '120' }))
  await workplace.call('postings.postWithdrawal', newCashPosting(accountId, { amount: '20' }))
  const { sessionId, approvalId: back } = await count('600')
  await approveAs(workplace, 'supervisor', back, '600')
  expect(await closing(sessionId)).toMatchObject({
    state: 'CLOSED',
    counted: '600.00',
    expected: '600.00',
    variance: '0.00',
  })
  const { rows: after } = await superuser.query<{ n: number }>('SELECT count(*)::int AS n FROM approvals')
  expect(only(after).n - only(before).n).toBe(2)
})

test('a float is in the till when a second person counted the same; another figure ends it, with both', async () => {
  const vault = await ledgerOf('VAULT')
  const { approvalId } = await open('300')
  expect(await inTill()).toBe('0.00')
  expect(await approveAs(workplace, 'supervisor', approvalId ?? '', '299')).toMatchObject({
    value: {
      status: 'FAILED',
      failure: { code: 'COUNTS_DIFFER', details: { first: '300.00', second: '299.00' } },
    },
  })
  expect(await inTill()).toBe('0.00')
  const again = { key: randomUUID(), direction: 'IN', counted: '300' } as const
  await workplace.as('teller').call('tills.moveCash', again)
  await approveAs(workplace, 'supervisor', again.key, '300')
  expect([await inTill(), vault - (await ledgerOf('VAULT'))]).toEqual(['300.00', 300])
})

/** The refusal of more cash than is in the vault. */
const vaultHasOnly = (available: number) => ({
  code: 'VAULT_SHORT_OF_CASH',
  details: { available: available.toFixed(2), currency: 'USD' },
})

test('a float above what is in the vault is refused at once with what there is, and again when the vault was emptied meanwhile', async () => {
  const there = await ledgerOf('VAULT')
  const more = { key: randomUUID(), tillId: till, float: (there + 0.01).toFixed(2) }
  expect(await workplace.as('teller').ask('tills.open', more)).toMatchObject({ error: vaultHasOnly(there) })
  const { tills } = await workplace.call('tills.list', {})
  expect(tills.filter(({ mine }) => mine)).toEqual([])
  await open('0')
  const cash = { key: randomUUID(), direction: 'IN', counted: more.float } as const
  expect(await workplace.ask('tills.moveCash', cash)).toMatchObject({ error: vaultHasOnly(there) })
  const all = { ...cash, key: randomUUID(), counted: there.toFixed(2) }
  await workplace.call('tills.moveCash', all)
  await openTill(branch.pool('supervisor'), branch.tills[1], '1')
  expect(await approveAs(workplace, 'supervisor2', all.key, all.counted)).toMatchObject({
    value: { status: 'FAILED', failure: vaultHasOnly(there - 1) },
  })
})

test('more cash during the day and cash that goes back are counted by two people', async () => {
  await openTill(branch.pool('teller'), till, '100')
  for (const [direction, counted, left] of [
    ['IN', '50', '150.00'],
    ['OUT', '120', '30.00'],
  ] as const) {
    const key = randomUUID()
    await workplace.as('teller').call('tills.moveCash', { key, direction, counted })
    expect(await approveAs(workplace, 'teller', key, counted)).toMatchObject({ ok: false })
    await approveAs(workplace, 'supervisor', key, counted)
    expect(await inTill()).toBe(left)
  }
})

test('a teller who deposits 1,000,000,000 without cash does not close on that figure alone', async () => {
  await withoutLimits(branch)
  await open('0')
  const accountId = await openNewCustomersAccount(branch)
  await workplace
    .as('teller')
    .call('postings.postDeposit', newCashPosting(accountId, { amount: '1000000000' }))
  const { sessionId, approvalId } = await count('1000000000')
  expect(await approveAs(workplace, 'teller', approvalId, '1000000000')).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
  expect(await closing(sessionId)).toMatchObject({ state: 'COUNTED', expected: null, variance: null })
  // Whoever takes the cash finds none.
  expect(await approveAs(workplace, 'supervisor', approvalId, '0')).toMatchObject({
    value: { status: 'FAILED', failure: { code: 'COUNTS_DIFFER' } },
  })
  expect(await closing(sessionId)).toMatchObject({ state: 'OPEN', expected: null, other: '0.00' })
  const honest = await count('0')
  await approveAs(workplace, 'supervisor', honest.approvalId, '0')
  expect(await closing(sessionId)).toMatchObject({ state: 'DIFFERENCE', expected: null })
  await decided(await differenceOf(sessionId), 'supervisor2', 'A deposit without cash')
  expect(await closing(sessionId)).toMatchObject({ state: 'CLOSED', variance: '-1000000000.00' })
})

test('a supervisor alone closes no colleague’s till: one count, and their own, are not two people', async () => {
  await openTill(branch.pool('teller'), till, '100')
  const { approvalId, sessionId } = await count('0', 'supervisor', till)
  expect(await approveAs(workplace, 'supervisor', approvalId, '0')).toMatchObject({
    error: { code: 'OWN_PROPOSAL' },
  })
  expect(await inTill()).toBe('100.00')
  expect(await closing(sessionId)).toMatchObject({ state: 'COUNTED' })
})

test('a counted till takes no posting, and keeps the day from being closed', async () => {
  await openTill(branch.pool('teller'), till, '100')
  const accountId = await openNewCustomersAccount(branch)
  await count('100')
  expect(await workplace.ask('postings.postDeposit', newCashPosting(accountId))).toMatchObject({
    error: { code: 'TILL_NOT_OPEN' },
  })
  expect((await workplace.call('sessions.get', {})).till).toBeNull()
  const { tills } = await workplace.call('tills.list', {})
  expect(tills.find(({ id }) => id === till)).toMatchObject({ mine: true, counted: true })
  await expect(branch.pool('supervisor').query('SELECT close_branch_day()')).rejects.toMatchObject(
    refused('TILLS_STILL_OPEN'),
  )
})

test('a difference above the tolerance waits for a supervisor, who says why; below it is posted at once', async () => {
  const key = randomUUID()
  await workplace.as('supervisor').call('branches.proposeTolerance', { key, tolerance: '5' })
  expect(await decided(key, 'supervisor')).toMatchObject({ error: { code: 'OWN_PROPOSAL' } })
  await decided(key, 'admin')
  await openTill(branch.pool('teller'), till, '100')
  const small = await count('95')
  await approveAs(workplace, 'supervisor', small.approvalId, '95')
  expect(await closing(small.sessionId)).toMatchObject({ state: 'CLOSED', variance: '-5.00' })

  await openTill(branch.pool('teller'), till, '100')
  const [short, large] = [await ledgerOf('CASH_SHORT'), await count('94.99')]
  await approveAs(workplace, 'supervisor', large.approvalId, '94.99')
  const waits = await differenceOf(large.sessionId)
  expect(await shownTo(workplace, 'supervisor2', waits)).toMatchObject({
    needsReason: true,
    facts: { counted: '94.99', expected: '100.00', difference: '-5.01', tolerance: '5.00' },
  })
  expect(await decided(waits, 'supervisor2')).toMatchObject({ error: { code: 'REASON_MISSING' } })
  expect(await ledgerOf('CASH_SHORT')).toBe(short)
  await decided(waits, 'supervisor2', 'Paid out twice to one customer')
  expect((await ledgerOf('CASH_SHORT')) - short).toBeCloseTo(5.01)
  const { rows } = await superuser.query(
    `SELECT actor, created_by, cause_type, cause_id FROM transactions WHERE description = 'Till shortage' AND amount = 5.01`,
  )
  expect(rows).toEqual([
    { actor: 'CORRECTION', created_by: null, cause_type: 'TILL_SESSION', cause_id: large.sessionId },
  ])
  await superuser.query('UPDATE branches SET count_tolerance = 0')
})

test('whoever holds the till neither sees, decides nor takes back the decision on its difference', async () => {
  await openTill(branch.pool('teller'), till, '100')
  const { approvalId, sessionId } = await count('1')
  await approveAs(workplace, 'supervisor', approvalId, '1')
  const waits = await differenceOf(sessionId)
  expect(await workplace.as('teller').ask('approvals.read', { approvalId: waits })).toMatchObject({
    error: { code: 'APPROVAL_NOT_FOUND' },
  })
  expect(await workplace.ask('approvals.withdraw', { approvalId: waits })).toMatchObject({
    error: { code: 'APPROVAL_NOT_FOUND' },
  })
  await workplace
    .as('supervisor')
    .call('approvals.decline', { approvalId: waits, reason: 'Count once more, by coins' })
  expect(await closing(sessionId)).toMatchObject({ state: 'OPEN', expected: null, variance: null })
})

test('nobody who could count is told what a till should hold before both counts are locked', async () => {
  await openTill(branch.pool('teller'), till, '4321.55')
  const { approvalId, sessionId } = await count('4000')
  const told = [
    await closing(sessionId),
    await workplace.as('teller').call('tills.list', {}),
    await shownTo(workplace, 'teller', approvalId),
    await shownTo(workplace, 'supervisor', approvalId),
    await shownTo(workplace, 'admin', approvalId),
    await workplace.as('supervisor').call('branches.readDay', { businessDate: null }),
  ]
  const figures = JSON.stringify(told)
  expect(figures).not.toContain('"expected":"4321.55"')
  expect(JSON.stringify(told[3]) + JSON.stringify(told[4])).not.toContain('4000')
})

test('another teller counts only where the branch has no other supervisor', async () => {
  await openTill(branch.pool('teller'), till, '10')
  const { approvalId } = await count('10')
  await expect(branch.pool('teller2').query('SELECT count_cash($1, 10)', [approvalId])).rejects.toMatchObject(
    refused('FORBIDDEN'),
  )
  await superuser.query(`UPDATE users SET status = 'INACTIVE' WHERE role = 'SUPERVISOR'`)
  try {
    expect(await approveAs(workplace, 'teller2', approvalId, '10')).toMatchObject({
      value: { status: 'APPROVED' },
    })
  } finally {
    await superuser.query(`UPDATE users SET status = 'ACTIVE' WHERE role = 'SUPERVISOR'`)
  }
})

test.each(['auditor', 'apiUser', 'admin'] as const)('a %s neither opens nor counts a till', async (name) => {
  await expect(countTill(branch.pool(name), '0')).rejects.toMatchObject(refused('FORBIDDEN'))
  await expect(
    branch.pool(name).query(`SELECT propose_till_cash(gen_random_uuid(), 'IN', 5)`),
  ).rejects.toMatchObject(refused('FORBIDDEN'))
})

test('cash for a till is proposed in or out, and not as another kind of proposal about the till', async () => {
  await ensureOpenTill(branch, branch.staff.teller, 0, '10')
  for (const direction of [`'CLOSE'`, `'DIFFERENCE'`, 'NULL'])
    await expect(
      branch.pool('teller').query(`SELECT propose_till_cash(gen_random_uuid(), ${direction}, 10)`),
    ).rejects.toMatchObject({ constraint: 'VALIDATION' })
})
