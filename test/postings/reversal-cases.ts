import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import type { Case } from '../contract/cases.ts'
import { type AccountOptions, changeAccount, openNewCustomersAccount } from '../support/accounts.ts'
import { type StaffName, withDayClosed } from '../support/branch.ts'
import { post } from '../support/posting-functions.ts'
import { newCashPosting } from '../support/postings.ts'
import { only } from '../support/queries.ts'
import { newReversal } from '../support/reversals.ts'
import { fromSecondBranch } from '../support/second-branch.ts'
import { confirmListed } from '../support/screening.ts'
import { setTellerTill } from '../support/tills.ts'
import type { TestWorkplace } from '../support/workplace.ts'

type ReversalCall = 'postings.reverse' | 'postings.previewReversal'

/** A deposit of the teller on an account of its own. */
async function deposit(workplace: TestWorkplace, amount = '5', options: AccountOptions = {}) {
  await setTellerTill(workplace.branch, true)
  const accountId = await openNewCustomersAccount(workplace.branch, options)
  return posted(workplace, accountId, amount)
}
async function posted(workplace: TestWorkplace, accountId: string, amount: string) {
  const { id } = await workplace
    .as('teller')
    .call('postings.postDeposit', newCashPosting(accountId, { amount }))
  return { id, accountId }
}

type Changes = Parameters<typeof newReversal>[1]

const draw = (workplace: TestWorkplace, accountId: string) =>
  workplace.as('teller').call('postings.postWithdrawal', newCashPosting(accountId, { amount: '5' }))

/** Every case of the two calls, which refuse alike. */
export function reversalCases<N extends ReversalCall>(name: N) {
  const ask = (workplace: TestWorkplace, id: string, who: StaffName = 'teller', changes: Changes = {}) =>
    workplace
      .as(who)
      .ask(
        name,
        (name === 'postings.reverse'
          ? newReversal(id, changes)
          : { transactionId: id, withFees: true }) as CallInput<N>,
      )
  /** A deposit, after which something is done with its account. */
  const after =
    (
      then: (workplace: TestWorkplace, accountId: string) => Promise<unknown>,
      options: AccountOptions = {},
    ): Case<N> =>
    async (workplace) => {
      const { id, accountId } = await deposit(workplace, '5', options)
      await then(workplace, accountId)
      return ask(workplace, id)
    }
  return {
    ACCOUNT_CLOSED: after(async (workplace, accountId) => {
      await draw(workplace, accountId)
      await changeAccount(workplace.branch.pool('teller'), 'close', accountId)
    }),
    ACCOUNT_FROZEN: after(({ branch }, accountId) =>
      changeAccount(branch.pool('teller'), 'freeze', accountId),
    ),
    CUSTOMER_BLOCKED: after(({ branch }, accountId) => confirmListed(branch, accountId)),
    ALREADY_REVERSED: async (workplace) => {
      const { id } = await deposit(workplace)
      await workplace.as('teller').call('postings.reverse', newReversal(id))
      return ask(workplace, id)
    },
    BALANCE_TOO_LARGE: async (workplace) => {
      const { id, accountId } = await deposit(workplace)
      const { superuser } = workplace.branch.database
      const set = 'UPDATE balances SET ledger_balance = $1 WHERE account_id = $2'
      await superuser.query(set, ['-9999999999999.99', accountId])
      const answer = await ask(workplace, id)
      await superuser.query(set, ['5', accountId])
      return answer
    },
    BRANCH_DAY_CLOSED: async (workplace) => {
      const { id } = await deposit(workplace)
      return withDayClosed(workplace.branch, () => ask(workplace, id))
    },
    CASH_IN_OTHER_CURRENCY: async (workplace) => {
      const { id } = await deposit(workplace)
      const { branch } = workplace
      // What was posted keeps the currency of its account: only past the foreign keys is it another one.
      const cashIn = (currency: string) =>
        branch.database.superuser.query(
          `BEGIN; SET LOCAL session_replication_role = replica;
           UPDATE accounts SET currency = '${currency}' WHERE till_id = '${branch.tills[0]}'; COMMIT`,
        )
      await cashIn('EUR')
      const answer = await ask(workplace, id)
      await cashIn('USD')
      return answer
    },
    INSUFFICIENT_FUNDS: after(draw),
    LOAN_OVERPAID: async (workplace) => {
      const { branch } = workplace
      const loan = await openNewCustomersAccount(branch, { type: 'LOAN', agreedLimit: '100' })
      const current = await openNewCustomersAccount(branch, { balance: '1' })
      const paidOut = await post(branch.pool('supervisor'), 'TRANSFER', loan, current, '100')
      await post(branch.pool('supervisor'), 'TRANSFER', current, loan, '1')
      return ask(workplace, paidOut, 'supervisor')
    },
    OTHER_BRANCH: async (workplace) => {
      const { id } = await deposit(workplace)
      const other = await fromSecondBranch(workplace, 'supervisor')
      const input = name === 'postings.reverse' ? newReversal(id) : { transactionId: id, withFees: true }
      return other.ask(name, input as CallInput<N>)
    },
    POSTING_NOT_ALLOWED: async (workplace) => {
      const { branch } = workplace
      const loan = await openNewCustomersAccount(branch, { type: 'LOAN', agreedLimit: '100' })
      const current = await openNewCustomersAccount(branch)
      return ask(workplace, await post(branch.pool('supervisor'), 'TRANSFER', loan, current, '100'))
    },
    REVERSAL_NOT_POSSIBLE: async (workplace) => {
      await setTellerTill(workplace.branch, true)
      const { rows } = await workplace.branch.database.superuser.query<{ id: string }>(
        `SELECT id FROM transactions WHERE description = 'Till float' LIMIT 1`,
      )
      return ask(workplace, only(rows).id)
    },
    REVERSAL_OF_REVERSAL: async (workplace) => {
      const { id } = await deposit(workplace)
      const { posting } = await workplace.as('teller').call('postings.reverse', newReversal(id))
      return ask(workplace, posting?.id ?? '')
    },
    REVERSAL_WAITS: async (workplace) => {
      const { branch } = workplace
      const [from, to] = [
        await openNewCustomersAccount(branch, { balance: '9' }),
        await openNewCustomersAccount(branch),
      ]
      const id = await post(branch.pool('teller'), 'TRANSFER', from, to, '1')
      await workplace.as('supervisor').call('postings.reverse', newReversal(id))
      return ask(workplace, id)
    },
    TILL_NOT_OPEN: async (workplace) => {
      const { id } = await deposit(workplace)
      await setTellerTill(workplace.branch, false)
      return ask(workplace, id)
    },
    TILL_SHORT_OF_CASH: async (workplace) => {
      const { id } = await deposit(workplace, '5000')
      await setTellerTill(workplace.branch, false)
      await setTellerTill(workplace.branch, true)
      return ask(workplace, id)
    },
    TRANSACTION_NOT_FOUND: (workplace) => ask(workplace, randomUUID()),
  } satisfies Partial<Record<string, Case<N>>>
}

/** What only the command refuses. */
export const reverseCases = {
  KEY_REUSED: async (workplace) => {
    const { id } = await deposit(workplace)
    const input = newReversal(id)
    await workplace.as('teller').call('postings.reverse', input)
    return workplace.as('teller').ask('postings.reverse', { ...input, reasonCode: 'POSTED_TWICE' })
  },
  REASON_NEEDS_WORDS: async (workplace) =>
    workplace
      .as('teller')
      .ask('postings.reverse', newReversal((await deposit(workplace)).id, { reasonCode: 'OTHER' })),
  REASON_UNKNOWN: async (workplace) =>
    workplace
      .as('teller')
      .ask('postings.reverse', newReversal((await deposit(workplace)).id, { reasonCode: 'NO_REASON' })),
} satisfies Record<string, Case<'postings.reverse'>>
