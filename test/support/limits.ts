import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import type { TestBranch } from './branch.ts'

type Limits = CallInput<'limits.propose'>

/** A whole proposal: what a teller deposits alone, from the last possible day on, unless a test says otherwise. */
export const newLimit = (changes: Partial<Limits> = {}): Limits => ({
  key: randomUUID(),
  role: 'TELLER',
  transactionType: 'DEPOSIT',
  currency: 'USD',
  perPosting: '1000',
  perPersonDay: '5000',
  perAccountDay: '2000',
  validFrom: '2099-01-01',
  validUntil: null,
  ...changes,
})

type CashRules = CallInput<'watch.proposeRules'>

/** Whole rules of when cash is looked at, from the last possible day on, unless a test says otherwise. */
export const newCashRules = (changes: Partial<CashRules> = {}): CashRules => ({
  key: randomUUID(),
  currency: 'USD',
  identifyAbove: '3000',
  reportAbove: '9000',
  windowDays: 7,
  leastPostings: 2,
  sumShare: 100,
  validFrom: '2099-01-01',
  ...changes,
})

/** The limits that a test is about, in force at once, as two people would agree them. */
export async function setLimits(
  { database, id }: TestBranch,
  changes: Partial<Omit<Limits, 'key' | 'validFrom' | 'validUntil'>>,
): Promise<void> {
  const { role, transactionType, currency, perPosting, perPersonDay, perAccountDay } = newLimit(changes)
  const approval = randomUUID()
  await database.superuser.query(
    `INSERT INTO approvals (id, kind, branch_id, subject_type, subject_id, payload, status, proposed_by, decided_by, decided_at, shown_hash)
      SELECT $1, 'POSTING_LIMIT', $2, 'posting_limits', $1, '{}', 'APPROVED', min(id::text)::uuid, max(id::text)::uuid, now(), ''
      FROM users WHERE branch_id = $2`,
    [approval, id],
  )
  if (perAccountDay === null) {
    await database.superuser.query(
      `INSERT INTO reversal_limits (branch_id, role, currency, per_posting, per_day, valid_from, approval_id)
        VALUES ($1, $2, $3, $4, $5, '0001-01-01', $6)`,
      [id, role, currency, perPosting, perPersonDay, approval],
    )
    return
  }
  await database.superuser.query(
    `INSERT INTO posting_limits (branch_id, role, transaction_type, currency, per_posting, per_person_day, per_account_day, valid_from, approval_id)
      VALUES ($1, $2, $3, $4, $5, $6, $7, '0001-01-01', $8)`,
    [id, role, transactionType, currency, perPosting, perPersonDay, perAccountDay, approval],
  )
}

/** Lets everybody post alone whatever they like: for tests of very large amounts, which are about something else. */
export async function withoutLimits(branch: TestBranch): Promise<void> {
  const most = { perPosting: '9999999999999', perPersonDay: '9999999999999', perAccountDay: '9999999999999' }
  for (const role of ['TELLER', 'SUPERVISOR'] as const)
    for (const transactionType of ['DEPOSIT', 'WITHDRAWAL', 'TRANSFER'] as const)
      await setLimits(branch, { role, transactionType, currency: branch.currency, ...most })
}
