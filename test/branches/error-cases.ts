import type { Case, Cases } from '../contract/cases.ts'
import { withDayClosed } from '../support/branch.ts'
import {
  addEmptyDay,
  addProposal,
  openDate,
  withMonthClosed,
  withoutHeldTills,
  withTillHeldOn,
} from '../support/days.ts'
import { otherBranch } from '../support/other-branch.ts'
import { only } from '../support/queries.ts'
import type { TestBranch } from '../support/branch.ts'
import { secondBranch } from '../support/second-branch.ts'
import { setTellerTill } from '../support/tills.ts'
import { PASSWORD, whileSuspended } from '../support/users.ts'

const administrator = {
  username: 'second',
  fullName: 'Second Admin',
  email: 'second@example.test',
  password: PASSWORD,
}
const newBranch = {
  branchName: 'Branch Süd',
  currency: 'USD',
  numberFormat: 'POINT_COMMA' as const,
  weekend: [6, 7],
  timeZone: 'Europe/Berlin',
  tills: 1,
  administrator,
}

const withPassword = (password: string) => ({ ...newBranch, administrator: { ...administrator, password } })
const LONG = 'ä'.repeat(37) // 74 bytes in 37 characters

const reason = 'Wrong date'
const NOBODY = '00000000-0000-7000-8000-000000000000'

/** A proposal about today, on which the branch has posted; there is one at a time. */
export async function proposalOnPostedDay(branch: TestBranch): Promise<string> {
  const { rows } = await branch.database.superuser.query<{ id: string }>(
    'SELECT id FROM business_days WHERE business_date = $1 AND branch_id = $2 AND withdrawn_at IS NULL',
    [await openDate(branch), branch.id],
  )
  const waiting = await branch.database.superuser.query<{ id: string }>(
    `SELECT id FROM day_withdrawals WHERE business_day_id = $1 AND status = 'PROPOSED'`,
    [only(rows).id],
  )
  return waiting.rows[0]?.id ?? addProposal(branch, only(rows).id)
}

const tolerating =
  (tolerance: string): Case<'branches.proposeTolerance'> =>
  ({ as }) =>
    as('supervisor').ask('branches.proposeTolerance', { key: NOBODY, tolerance })

/** Closes the day while no till of it is held and something else keeps it open, and puts that right again. */
const closing =
  (before: string, after: string): Case<'branches.closeDay'> =>
  ({ as, branch }) =>
    withoutHeldTills(branch, async () => {
      await branch.database.superuser.query(before)
      try {
        return await as('supervisor').ask('branches.closeDay', {})
      } finally {
        await branch.database.superuser.query(after)
      }
    })

async function withoutJobs<T>({ database, id }: TestBranch, work: () => Promise<T>): Promise<T> {
  const { rows } = await database.superuser.query<{ id: string }>(
    "UPDATE job_runs SET branch_id = $1 WHERE branch_id = $2 AND status = 'RUNNING' RETURNING id",
    [await otherBranch(database), id],
  )
  try {
    return await work()
  } finally {
    await database.superuser.query('UPDATE job_runs SET branch_id = $1 WHERE id = ANY ($2)', [
      id,
      rows.map((row) => row.id),
    ])
  }
}

const WAITING = `jsonb_build_object('id', gen_random_uuid(), 'transaction_id', 'T-waits', 'idempotency_key', gen_random_uuid(),
  'status', 'PENDING', 'processed_at', NULL)`

const vaultOffBy = (change: string) => `UPDATE balances SET ledger_balance = ledger_balance ${change}
  WHERE account_id = (SELECT id FROM accounts WHERE account_type = 'VAULT' ORDER BY id LIMIT 1)`

export const branchCases = {
  'branches.setUp': {
    ALREADY_SET_UP: ({ ask }) => ask('branches.setUp', newBranch),
    PASSWORD_TOO_SHORT: ({ ask }) => ask('branches.setUp', withPassword('short')),
    PASSWORD_TOO_LONG: ({ ask }) => ask('branches.setUp', withPassword(LONG)),
    PASSWORD_COMMON: ({ ask }) => ask('branches.setUp', withPassword('Password1234567')),
    PASSWORD_PERSONAL: ({ ask }) => ask('branches.setUp', withPassword('CoreX-Teller-2026')),
    CURRENCY_NOT_SUPPORTED: ({ ask }) => ask('branches.setUp', { ...newBranch, currency: 'KWD' }), // three decimals
    // JavaScript reads the name in any case, the server's list does not have it.
    TIME_ZONE_UNKNOWN: ({ ask }) => ask('branches.setUp', { ...newBranch, timeZone: 'europe/berlin' }),
  },
  'branches.openDay': {
    BRANCH_DAY_OPEN: ({ as }) => as('supervisor').ask('branches.openDay', { businessDate: '2999-01-01' }),
    BUSINESS_DATE_TOO_FAR: ({ as, branch }) =>
      withDayClosed(branch, () => as('supervisor').ask('branches.openDay', { businessDate: '2999-01-01' })),
    MONTH_CLOSED: ({ as, branch }) =>
      withDayClosed(branch, () =>
        withMonthClosed(branch, '2999-01-01', () =>
          as('supervisor').ask('branches.openDay', { businessDate: '2999-01-01' }),
        ),
      ),
    BUSINESS_DATE_NOT_LATER: ({ as, branch }) =>
      withDayClosed(branch, () => as('supervisor').ask('branches.openDay', { businessDate: '2020-01-01' })),
  },
  'branches.closeDay': {
    BRANCH_DAY_CLOSED: ({ as, branch }) =>
      withDayClosed(branch, () => as('supervisor').ask('branches.closeDay', {})),
    TILLS_STILL_OPEN: async ({ as, branch }) => {
      await setTellerTill(branch, true)
      return as('supervisor').ask('branches.closeDay', {})
    },
    POSTINGS_STILL_WAIT: closing(
      `INSERT INTO transactions SELECT (jsonb_populate_record(t, ${WAITING})).* FROM transactions t ORDER BY t.id LIMIT 1`,
      `UPDATE transactions SET status = 'CANCELLED', status_reason = 'LAPSED', processed_at = now() WHERE transaction_id = 'T-waits'`,
    ),
    JOB_STILL_RUNS: closing(
      `INSERT INTO job_runs (kind, branch_id, business_date) SELECT 'IMPORT', branch_id, business_date FROM business_days
        WHERE closed_at IS NULL`,
      "UPDATE job_runs SET status = 'DONE', finished_at = now() WHERE kind = 'IMPORT'",
    ),
    // What the cases of other areas left under way is another branch's meanwhile.
    DAY_NOT_PROVEN: async (workplace) =>
      withoutJobs(workplace.branch, () => closing(vaultOffBy('+ 1'), vaultOffBy('- 1'))(workplace)),
  },
  'branches.closeMonth': {
    MONTH_CLOSED: ({ as, branch }) =>
      withMonthClosed(branch, '2001-05-01', () =>
        as('supervisor').ask('branches.closeMonth', { businessDate: '2001-04-10' }),
      ),
    MONTH_NOT_ENDED: ({ as }) => as('supervisor').ask('branches.closeMonth', { businessDate: '2999-01-01' }),
    MONTH_STILL_OPEN: async ({ as, branch }) => {
      const { id } = await secondBranch(branch)
      const move = (date: string) =>
        branch.database.superuser.query(
          `UPDATE business_days SET business_date = ${date} WHERE branch_id = $1 AND closed_at IS NULL`,
          [id],
        )
      await move("'2001-04-10'")
      try {
        return await as('supervisor').ask('branches.closeMonth', { businessDate: '2001-04-10' })
      } finally {
        await move('current_date')
      }
    },
  },
  'branches.readProof': {
    DAY_NOT_FOUND: ({ as }) => as('auditor').ask('branches.readProof', { businessDate: '2019-01-01' }),
  },
  'branches.exportProof': {
    PROOF_NOT_FOUND: async ({ as, branch }) =>
      as('auditor').ask('branches.exportProof', { businessDate: await openDate(branch), format: 'PDF' }),
    PROOF_DAMAGED: async ({ as, branch }) => {
      const day = await addEmptyDay(branch, '2001-02-01')
      await branch.database.superuser.query(
        "INSERT INTO day_proofs (id, content, hash) VALUES ($1, '{}', sha256('another'))",
        [day],
      )
      return as('auditor').ask('branches.exportProof', { businessDate: '2001-02-01', format: 'PDF' })
    },
  },
  'branches.readDay': {
    DAY_NOT_FOUND: ({ as }) => as('auditor').ask('branches.readDay', { businessDate: '2019-01-01' }),
  },
  'branches.proposeWithdrawal': {
    DAY_NOT_FOUND: ({ as }) =>
      as('supervisor').ask('branches.proposeWithdrawal', { businessDate: '2019-01-01', reason }),
    DAY_HAS_POSTINGS: async ({ as, branch }) =>
      as('supervisor').ask('branches.proposeWithdrawal', { businessDate: await openDate(branch), reason }),
    TILLS_STILL_OPEN: async ({ as, branch }) =>
      withTillHeldOn(branch, await addEmptyDay(branch, '2001-01-01'), () =>
        as('supervisor').ask('branches.proposeWithdrawal', { businessDate: '2001-01-01', reason }),
      ),
    WITHDRAWAL_PENDING: async ({ as, branch }) => {
      await addProposal(branch, await addEmptyDay(branch, '2001-01-02'))
      return as('supervisor2').ask('branches.proposeWithdrawal', { businessDate: '2001-01-02', reason })
    },
  },
  'branches.confirmWithdrawal': {
    WITHDRAWAL_NOT_FOUND: ({ as }) => as('admin').ask('branches.confirmWithdrawal', { withdrawalId: NOBODY }),
    OWN_PROPOSAL: async ({ as, branch }) => {
      const withdrawalId = await addProposal(branch, await addEmptyDay(branch, '2001-01-03'))
      return as('supervisor').ask('branches.confirmWithdrawal', { withdrawalId })
    },
    PROPOSER_MAY_NO_MORE: async ({ as, branch }) => {
      const withdrawalId = await addProposal(branch, await addEmptyDay(branch, '2001-01-05'))
      return whileSuspended(branch.database, branch.staff.supervisor.id, () =>
        as('admin').ask('branches.confirmWithdrawal', { withdrawalId }),
      )
    },
    DAY_HAS_POSTINGS: async ({ as, branch }) => {
      const withdrawalId = await proposalOnPostedDay(branch)
      return as('admin').ask('branches.confirmWithdrawal', { withdrawalId })
    },
    TILLS_STILL_OPEN: async ({ as, branch }) => {
      const day = await addEmptyDay(branch, '2001-01-04')
      const withdrawalId = await addProposal(branch, day)
      return withTillHeldOn(branch, day, () =>
        as('admin').ask('branches.confirmWithdrawal', { withdrawalId }),
      )
    },
  },
  'branches.dropWithdrawal': {
    WITHDRAWAL_NOT_FOUND: ({ as }) => as('admin').ask('branches.dropWithdrawal', { withdrawalId: NOBODY }),
  },
  'branches.proposeTolerance': {
    AMOUNT_NOT_A_NUMBER: tolerating('some'),
    AMOUNT_NEGATIVE: tolerating('-1'),
    AMOUNT_TOO_PRECISE: tolerating('1.001'),
    AMOUNT_TOO_LARGE: tolerating('10000000000000'),
    KEY_REUSED: async ({ as }) => {
      const input = { key: NOBODY, tolerance: '1' }
      await as('supervisor').call('branches.proposeTolerance', input)
      return as('supervisor').ask('branches.proposeTolerance', { ...input, tolerance: '2' })
    },
  },
} satisfies Partial<Cases>
