import { sql } from 'kysely'
import type { PayoutView, PlannedInstalment } from '../../../shared/contract/products.ts'
import { isSupportedCurrency } from '../../../shared/currencies.ts'
import { fail } from '../../../shared/errors.ts'
import { parsePositive, toDecimal } from '../../../shared/money.ts'
import { ok } from '../../../shared/result.ts'
import { retryCollisions } from '../../db/in-transaction.ts'
import type { UseCase } from '../../workplace.ts'

type Plan = { readonly amount: string; readonly currency: string }

const readAmount = ({ amount, currency }: Plan) =>
  isSupportedCurrency(currency) ? parsePositive(amount, currency) : fail('CURRENCY_NOT_SUPPORTED')

/** The schedule that a payout of today would have. */
export const previewLoan: UseCase<'products', 'previewLoan'> = async (input, { db }) => {
  const amount = readAmount(input)
  if (!amount.ok) return amount
  const { accountId, method, months, firstDue } = input
  const { rows } = await sql<{ schedule: PlannedInstalment[] }>`SELECT preview_loan(${accountId},
    ${toDecimal(amount.value)}::numeric, ${method}, ${months}, ${firstDue}::date) AS schedule`.execute(db)
  return ok({ schedule: rows[0]?.schedule ?? [] })
}

/** Pays a loan out and keeps its schedule. Sent twice with the same key, it is paid out once. */
export const payOutLoan: UseCase<'products', 'payOutLoan'> = async (input, { db }) => {
  const amount = readAmount(input)
  if (!amount.ok) return amount
  const { key, accountId, toAccountId, method, months, firstDue } = input
  const payout = sql<PayoutView>`SELECT transaction_id AS "transactionId", status FROM pay_out_loan(${key}, ${accountId}, ${toAccountId},
    ${toDecimal(amount.value)}::numeric, ${method}, ${months}, ${firstDue}::date)`
  const { rows } = await retryCollisions(() => payout.execute(db))
  const [paid] = rows
  if (paid === undefined) throw new Error('pay_out_loan answered nothing')
  return ok(paid)
}
