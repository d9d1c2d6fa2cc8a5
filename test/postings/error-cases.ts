import type { CallInput } from '../../shared/contract.ts'
import { type Bench, newId } from '../contract/bench.ts'
import type { Case, Cases } from '../contract/cases.ts'

type Cash = Omit<CallInput<'postings.postDeposit'>, 'key' | 'description'>

const usd = { currency: 'USD' }
const HUGE = '9999999999999.99'

/** Inputs that every posting of cash refuses alike, with what has to be arranged before. */
const CASH = {
  AMOUNT_NOT_A_NUMBER: async (b: Bench): Promise<Cash> => ({
    accountId: await b.account(),
    amount: '1 dollar',
    ...usd,
  }),
  AMOUNT_ZERO: async (b: Bench): Promise<Cash> => ({ accountId: await b.account(), amount: '0.00', ...usd }),
  AMOUNT_NEGATIVE: async (b: Bench): Promise<Cash> => ({
    accountId: await b.account(),
    amount: '-1',
    ...usd,
  }),
  AMOUNT_TOO_PRECISE: async (b: Bench): Promise<Cash> => ({
    accountId: await b.account(),
    amount: '0.001',
    ...usd,
  }),
  AMOUNT_TOO_LARGE: async (b: Bench): Promise<Cash> => ({
    accountId: await b.account(),
    amount: '10000000000000',
    ...usd,
  }),
  ACCOUNT_NOT_FOUND: async (): Promise<Cash> => ({ accountId: newId(), amount: '1', ...usd }),
  ACCOUNT_FROZEN: async (b: Bench): Promise<Cash> => ({
    accountId: await inStatus(b, 'SUSPENDED'),
    amount: '1',
    ...usd,
  }),
  ACCOUNT_CLOSED: async (b: Bench): Promise<Cash> => ({
    accountId: await inStatus(b, 'CLOSED'),
    amount: '1',
    ...usd,
  }),
  CURRENCY_MISMATCH: async (b: Bench): Promise<Cash> => ({
    accountId: await b.account({ currency: 'EUR' }),
    amount: '1',
    ...usd,
  }),
}

export const inStatus = async (b: Bench, status: string, balance?: string) => {
  const accountId = await b.account(balance === undefined ? {} : { balance })
  await b.database.superuser.query('UPDATE accounts SET status = $2 WHERE id = $1', [accountId, status])
  return accountId
}

/** Sets what stands in an account, with its entries, so that a posting meets the edge of decimal(15,2). */
async function fill(b: Bench, accountId: string, amount: string) {
  const suspense = await b.database.superuser.query<{ id: string }>(
    "SELECT id FROM accounts WHERE account_type = 'SUSPENSE'",
  )
  await b.database.superuser.query(FILL, [
    suspense.rows[0]?.id,
    accountId,
    amount,
    b.branch.staff.teller.id,
    b.branch.id,
  ])
}
const FILL = `
  WITH made AS (
    INSERT INTO transactions (transaction_id, idempotency_key, payload_hash, from_account_id, to_account_id, amount, currency,
      transaction_type, status, business_date, branch_id, created_by, processed_at)
    VALUES ('FILL-' || gen_random_uuid(), gen_random_uuid(), '', $1::uuid, $2::uuid, $3::numeric, 'USD', 'TRANSFER', 'COMPLETED', current_date, $5::uuid, $4::uuid, now())
    RETURNING id),
  legs AS (
    INSERT INTO entries (transaction_id, account_id, entry_type, amount, sequence, balance_after)
    SELECT m.id, b.account_id, side::entry_side, $3::numeric, b.entry_count + 1, b.ledger_balance + sign * $3::numeric
    FROM made m, (VALUES ($1::uuid, 'DEBIT', -1), ($2::uuid, 'CREDIT', 1)) AS leg (account, side, sign) JOIN balances b ON b.account_id = leg.account
    RETURNING account_id, balance_after, sequence)
  UPDATE balances b SET ledger_balance = l.balance_after, available_balance = l.balance_after, entry_count = l.sequence
  FROM legs l WHERE l.account_id = b.account_id`

const filled = new WeakMap<Bench, Promise<string>>()

/** One account at the edge, for all who need one: suspense, its other side, has an edge too. */
export function nearlyFull(b: Bench): Promise<string> {
  const made = filled.get(b) ?? b.account().then(async (id) => fill(b, id, HUGE).then(() => id))
  filled.set(b, made)
  return made
}

/** Turns an arranged input into the four calls that have to refuse it alike: posting and preview of both directions. */
const deposit =
  (make: (b: Bench) => Promise<Cash>): Case<'postings.postDeposit'> =>
  async (b) => {
    await b.tellerTill(true)
    const input = await make(b)
    return b.as('teller').ask('postings.postDeposit', { ...input, key: newId(), description: null })
  }
const previewDeposit =
  (make: (b: Bench) => Promise<Cash>): Case<'postings.previewDeposit'> =>
  async (b) => {
    await b.tellerTill(true)
    const input = await make(b)
    return b.as('teller').ask('postings.previewDeposit', input)
  }
const withdrawal =
  (make: (b: Bench) => Promise<Cash>): Case<'postings.postWithdrawal'> =>
  async (b) => {
    await b.tellerTill(true)
    const input = await make(b)
    return b.as('teller').ask('postings.postWithdrawal', { ...input, key: newId(), description: null })
  }
const previewWithdrawal =
  (make: (b: Bench) => Promise<Cash>): Case<'postings.previewWithdrawal'> =>
  async (b) => {
    await b.tellerTill(true)
    const input = await make(b)
    return b.as('teller').ask('postings.previewWithdrawal', input)
  }

const mapped = <C, T>(
  inputs: { [E in keyof C]: (b: Bench) => Promise<Cash> },
  wrap: (make: (b: Bench) => Promise<Cash>) => T,
) =>
  Object.fromEntries(
    Object.entries(inputs).map(([code, make]) => [code, wrap(make as (b: Bench) => Promise<Cash>)]),
  ) as {
    [E in keyof C]: T
  }

const overpaid = async (b: Bench): Promise<Cash> => ({
  accountId: await b.account({ type: 'LOAN', agreedLimit: '100' }),
  amount: '1',
  ...usd,
})
const tooMuch = async (b: Bench): Promise<Cash> => ({
  accountId: await b.account({ balance: '5.00' }),
  amount: '5.01',
  ...usd,
})
const fromLoan = async (b: Bench): Promise<Cash> => ({
  accountId: await b.account({ type: 'LOAN', agreedLimit: '100' }),
  amount: '1',
  ...usd,
})
const rich = async (b: Bench): Promise<Cash> => ({
  accountId: await b.account({ balance: '90000.00' }),
  amount: '80000',
  ...usd,
})
const ordinary = async (b: Bench): Promise<Cash> => ({
  accountId: await b.account({ balance: '50.00' }),
  amount: '1',
  ...usd,
})
const full = async (b: Bench): Promise<Cash> => ({ accountId: await nearlyFull(b), amount: '1', ...usd })

/** A balance below the least that decimal(15,2) holds can only be met through an overdraft that nobody agrees to: arranged. */
const emptied = async (b: Bench): Promise<Cash> => {
  const accountId = await b.account({ type: 'CURRENT', agreedLimit: HUGE })
  await b.database.superuser.query(
    'UPDATE balances SET ledger_balance = -9999999999999.99 WHERE account_id = $1',
    [accountId],
  )
  return { accountId, amount: '1', ...usd }
}
const restoring =
  <T>(work: (b: Bench) => Promise<T>) =>
  async (b: Bench) => {
    try {
      return await work(b)
    } finally {
      await b.database.superuser.query(
        'UPDATE balances SET ledger_balance = 0 WHERE ledger_balance = -9999999999999.99',
      )
    }
  }

const noTill =
  <T>(work: (b: Bench, input: Cash) => Promise<T>) =>
  async (b: Bench) => {
    const input = await ordinary(b)
    await b.tellerTill(false)
    return work(b, input)
  }
const ready = (b: Bench) => b.tellerTill(true)

export const cashCases = {
  'postings.postDeposit': {
    ...mapped(CASH, deposit),
    BALANCE_TOO_LARGE: deposit(full),
    LOAN_OVERPAID: deposit(overpaid),
    TILL_NOT_OPEN: noTill((b, input) =>
      b.as('teller').ask('postings.postDeposit', { ...input, key: newId(), description: null }),
    ),
    BRANCH_DAY_CLOSED: async (b) => {
      await ready(b)
      const input = await ordinary(b)
      return b.withDayClosed(() =>
        b.as('teller').ask('postings.postDeposit', { ...input, key: newId(), description: null }),
      )
    },
    KEY_REUSED: async (b) => {
      await ready(b)
      const input = { ...(await ordinary(b)), key: newId(), description: null }
      await b.as('teller').call('postings.postDeposit', input)
      return b.as('teller').ask('postings.postDeposit', { ...input, amount: '2' })
    },
  },
  'postings.previewDeposit': {
    ...mapped(CASH, previewDeposit),
    BALANCE_TOO_LARGE: previewDeposit(full),
    LOAN_OVERPAID: previewDeposit(overpaid),
    TILL_NOT_OPEN: noTill((b, input) => b.as('teller').ask('postings.previewDeposit', input)),
    BRANCH_DAY_CLOSED: async (b) => {
      await ready(b)
      const input = await ordinary(b)
      return b.withDayClosed(() => b.as('teller').ask('postings.previewDeposit', input))
    },
  },
  'postings.postWithdrawal': {
    ...mapped(CASH, withdrawal),
    BALANCE_TOO_LARGE: restoring(withdrawal(emptied)),
    INSUFFICIENT_FUNDS: withdrawal(tooMuch),
    POSTING_NOT_ALLOWED: withdrawal(fromLoan),
    TILL_SHORT_OF_CASH: withdrawal(rich),
    TILL_NOT_OPEN: noTill((b, input) =>
      b.as('teller').ask('postings.postWithdrawal', { ...input, key: newId(), description: null }),
    ),
    BRANCH_DAY_CLOSED: async (b) => {
      await ready(b)
      const input = await ordinary(b)
      return b.withDayClosed(() =>
        b.as('teller').ask('postings.postWithdrawal', { ...input, key: newId(), description: null }),
      )
    },
    KEY_REUSED: async (b) => {
      await ready(b)
      const input = { ...(await ordinary(b)), key: newId(), description: null }
      await b.as('teller').call('postings.postWithdrawal', input)
      return b.as('teller').ask('postings.postWithdrawal', { ...input, amount: '2' })
    },
  },
  'postings.previewWithdrawal': {
    ...mapped(CASH, previewWithdrawal),
    BALANCE_TOO_LARGE: restoring(previewWithdrawal(emptied)),
    INSUFFICIENT_FUNDS: previewWithdrawal(tooMuch),
    POSTING_NOT_ALLOWED: previewWithdrawal(fromLoan),
    TILL_SHORT_OF_CASH: previewWithdrawal(rich),
    TILL_NOT_OPEN: noTill((b, input) => b.as('teller').ask('postings.previewWithdrawal', input)),
    BRANCH_DAY_CLOSED: async (b) => {
      await ready(b)
      const input = await ordinary(b)
      return b.withDayClosed(() => b.as('teller').ask('postings.previewWithdrawal', input))
    },
  },
} satisfies Partial<Cases>
