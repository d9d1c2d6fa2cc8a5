import { type Kysely, sql } from 'kysely'
import { isSupportedCurrency } from '../../../shared/currencies.ts'
import { fail } from '../../../shared/errors.ts'
import { type Money, parseNotNegative, toDecimal } from '../../../shared/money.ts'
import { ok } from '../../../shared/result.ts'
import type { DB } from '../../db/tables.ts'
import type { UseCase } from '../../workplace.ts'

/** Puts other limits of a role, type and currency before a second person. Sent twice, they are proposed once. */
export const proposeLimit: UseCase<'limits', 'propose'> = async (input, { db }) => {
  const { currency, perAccountDay } = input
  if (!isSupportedCurrency(currency)) return fail('CURRENCY_NOT_SUPPORTED')
  const posting = parseNotNegative(input.perPosting, currency)
  if (!posting.ok) return posting
  const person = parseNotNegative(input.perPersonDay, currency)
  if (!person.ok) return person
  const account = perAccountDay === null ? ok(null) : parseNotNegative(perAccountDay, currency)
  if (!account.ok) return account
  await propose(db, input, [posting.value, person.value, account.value])
  return ok({})
}

type Amounts = readonly [posting: Money, person: Money, account: Money | null]

/** A posting is limited by its account as well, a reversal is not. */
async function propose(
  db: Kysely<DB>,
  {
    key,
    role,
    transactionType,
    currency,
    validFrom,
    validUntil,
  }: Parameters<UseCase<'limits', 'propose'>>[0],
  [posting, person, account]: Amounts,
): Promise<void> {
  const query =
    account === null
      ? sql`SELECT propose_reversal_limit(${key}, ${role}, ${currency}, ${toDecimal(posting)}::numeric,
          ${toDecimal(person)}::numeric, ${validFrom}, ${validUntil})`
      : sql`SELECT propose_posting_limit(${key}, ${role}, ${transactionType}, ${currency}, ${toDecimal(posting)}::numeric,
          ${toDecimal(person)}::numeric, ${toDecimal(account)}::numeric, ${validFrom}, ${validUntil})`
  await query.execute(db)
}
