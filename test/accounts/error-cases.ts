import { type Bench, newId } from '../contract/bench.ts'
import type { Cases } from '../contract/cases.ts'

async function opening({ customer }: Bench, agreedLimit: string | null = null) {
  return {
    id: newId(),
    customerId: await customer(),
    accountType: 'CURRENT' as const,
    currency: 'USD',
    agreedLimit,
  }
}

const reason = 'Asked for by the holder'

async function frozen(bench: Bench) {
  const accountId = await bench.account()
  await bench.as('teller').call('accounts.freeze', { accountId, reason })
  return accountId
}

async function closed(bench: Bench) {
  const accountId = await bench.account()
  await bench.as('teller').call('accounts.close', { accountId, reason })
  return accountId
}

const withLimit = async (bench: Bench, limit: string) =>
  bench.as('supervisor').ask('accounts.open', await opening(bench, limit))

const setCustomer = (bench: Bench, id: string, change: string) =>
  bench.database.superuser.query(`UPDATE customers SET ${change} WHERE id = $1`, [id])

export const accountCases = {
  'accounts.open': {
    CUSTOMER_NOT_FOUND: async (bench) =>
      bench.as('teller').ask('accounts.open', { ...(await opening(bench)), customerId: newId() }),
    CUSTOMER_NOT_ACTIVE: async (bench) => {
      const input = await opening(bench)
      await setCustomer(bench, input.customerId, "status = 'SUSPENDED'")
      return bench.as('teller').ask('accounts.open', input)
    },
    KYC_NOT_APPROVED: async (bench) => {
      const input = await opening(bench)
      await setCustomer(bench, input.customerId, "kyc_status = 'PENDING'")
      return bench.as('teller').ask('accounts.open', input)
    },
    CURRENCY_NOT_SUPPORTED: async (bench) =>
      bench.as('teller').ask('accounts.open', { ...(await opening(bench)), currency: 'KWD' }),
    LIMIT_NEEDS_SUPERVISOR: async (bench) =>
      bench.as('teller').ask('accounts.open', await opening(bench, '500')),
    AMOUNT_NOT_A_NUMBER: (bench) => withLimit(bench, 'much'),
    AMOUNT_NEGATIVE: (bench) => withLimit(bench, '-5'),
    AMOUNT_TOO_PRECISE: (bench) => withLimit(bench, '5.005'),
    AMOUNT_TOO_LARGE: (bench) => withLimit(bench, '10000000000000'),
    KEY_REUSED: async (bench) => {
      const input = await opening(bench)
      await bench.as('teller').call('accounts.open', input)
      return bench.as('teller').ask('accounts.open', { ...input, currency: 'EUR' })
    },
  },
  'accounts.find': {
    ACCOUNT_NUMBER_INVALID: ({ as }) => as('teller').ask('accounts.find', { accountNumber: '4017-220-911' }),
    ACCOUNT_NOT_FOUND: ({ as }) => as('teller').ask('accounts.find', { accountNumber: '0000000000' }),
  },
  'accounts.freeze': {
    ACCOUNT_NOT_FOUND: ({ as }) => as('teller').ask('accounts.freeze', { accountId: newId(), reason }),
    ACCOUNT_FROZEN: async (bench) => {
      const accountId = await frozen(bench)
      return bench.as('teller').ask('accounts.freeze', { accountId, reason })
    },
    ACCOUNT_CLOSED: async (bench) => {
      const accountId = await closed(bench)
      return bench.as('teller').ask('accounts.freeze', { accountId, reason })
    },
  },
  'accounts.unfreeze': {
    ACCOUNT_NOT_FOUND: ({ as }) => as('supervisor').ask('accounts.unfreeze', { accountId: newId(), reason }),
    ACCOUNT_NOT_FROZEN: async (bench) => {
      const accountId = await bench.account()
      return bench.as('supervisor').ask('accounts.unfreeze', { accountId, reason })
    },
  },
  'accounts.close': {
    ACCOUNT_NOT_FOUND: ({ as }) => as('teller').ask('accounts.close', { accountId: newId(), reason }),
    ACCOUNT_FROZEN: async (bench) => {
      const accountId = await frozen(bench)
      return bench.as('teller').ask('accounts.close', { accountId, reason })
    },
    ACCOUNT_CLOSED: async (bench) => {
      const accountId = await closed(bench)
      return bench.as('teller').ask('accounts.close', { accountId, reason })
    },
    BALANCE_NOT_ZERO: async (bench) => {
      const accountId = await bench.account({ balance: '1.00' })
      return bench.as('teller').ask('accounts.close', { accountId, reason })
    },
  },
  'accounts.statement': {
    ACCOUNT_NOT_FOUND: ({ as }) =>
      as('teller').ask('accounts.statement', { accountId: newId(), before: null, limit: 10 }),
  },
  'accounts.exportStatement': {
    ACCOUNT_NOT_FOUND: ({ as }) =>
      as('teller').ask('accounts.exportStatement', {
        accountId: newId(),
        format: 'CSV',
        from: null,
        to: null,
      }),
    STATEMENT_TOO_LONG: async (bench) => {
      const accountId = await bench.account()
      const till = await bench.database.superuser.query<{ id: string }>(
        'SELECT id FROM accounts WHERE till_id = $1',
        [bench.branch.tills[1]],
      )
      await bench.database.superuser.query(MANY_DEPOSITS, [
        till.rows[0]?.id,
        accountId,
        bench.branch.staff.teller2.id,
        bench.branch.id,
      ])
      return bench
        .as('teller')
        .ask('accounts.exportStatement', { accountId, format: 'PDF', from: null, to: null })
    },
  },
} satisfies Partial<Cases>

/** 20,001 deposits of a cent, set-based; the balances are carried along, so that the books stay true. */
const MANY_DEPOSITS = `
  WITH made AS (
    INSERT INTO transactions (transaction_id, idempotency_key, payload_hash, from_account_id, to_account_id, amount, currency,
      transaction_type, status, business_date, branch_id, created_by, processed_at)
    SELECT 'BULK-' || n, gen_random_uuid(), '', $1::uuid, $2::uuid, 0.01, 'USD', 'DEPOSIT', 'COMPLETED', current_date, $4::uuid, $3::uuid, now()
    FROM generate_series(1, 20001) AS n RETURNING id),
  numbered AS (SELECT id, row_number() OVER (ORDER BY id) AS n FROM made),
  legs AS (
    INSERT INTO entries (transaction_id, account_id, entry_type, amount, sequence, balance_after)
    SELECT m.id, b.account_id, side::entry_side, 0.01, b.entry_count + m.n, b.ledger_balance + m.n * 0.01
    FROM numbered m, (VALUES ($1::uuid, 'DEBIT'), ($2::uuid, 'CREDIT')) AS leg (account, side) JOIN balances b ON b.account_id = leg.account)
  UPDATE balances SET ledger_balance = ledger_balance + 200.01, available_balance = available_balance + 200.01,
    entry_count = entry_count + 20001 WHERE account_id IN ($1::uuid, $2::uuid)`
