import { sql } from 'kysely'
import type { HoldView } from '../../../shared/contract/hold-views.ts'
import { isSupportedCurrency } from '../../../shared/currencies.ts'
import { fail } from '../../../shared/errors.ts'
import { parsePositive, toDecimal } from '../../../shared/money.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** The holds of an account: those that hold, then the latest that were released. */
export const listHolds: UseCase<'accounts', 'listHolds'> = async ({ accountId }, { db }) => {
  const { rows } = await sql<{ hold: HoldView }>`SELECT list_holds(${accountId}) AS hold`.execute(db)
  return ok({ holds: rows.map(({ hold }) => hold) })
}

/** Holds an amount of an account. Sent twice, it is placed once. */
export const placeHold: UseCase<'accounts', 'placeHold'> = async (input, { db }) => {
  const { key, accountId, currency, reason, expiresOn } = input
  if (!isSupportedCurrency(currency)) return fail('CURRENCY_NOT_SUPPORTED')
  const amount = parsePositive(input.amount, currency)
  if (!amount.ok) return amount
  await sql`SELECT hold_funds(${key}, ${accountId}, ${toDecimal(amount.value)}::numeric, ${reason}, ${expiresOn}::date)`.execute(
    db,
  )
  return ok({})
}

export const releaseHold: UseCase<'accounts', 'releaseHold'> = async ({ holdId, reason }, { db }) => {
  await sql`SELECT release_funds(${holdId}, ${reason})`.execute(db)
  return ok({})
}
