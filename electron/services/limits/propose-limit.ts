import { sql } from 'kysely'
import { isSupportedCurrency } from '../../../shared/currencies.ts'
import { fail } from '../../../shared/errors.ts'
import { parseNotNegative, toDecimal } from '../../../shared/money.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** Puts other limits of a role, type and currency before a second person. Sent twice, they are proposed once. */
export const proposeLimit: UseCase<'limits', 'propose'> = async (input, { db }) => {
  const { key, role, transactionType, currency, validFrom, validUntil } = input
  if (!isSupportedCurrency(currency)) return fail('CURRENCY_NOT_SUPPORTED')
  const posting = parseNotNegative(input.perPosting, currency)
  if (!posting.ok) return posting
  const person = parseNotNegative(input.perPersonDay, currency)
  if (!person.ok) return person
  const account = parseNotNegative(input.perAccountDay, currency)
  if (!account.ok) return account
  await sql`SELECT propose_posting_limit(${key}, ${role}, ${transactionType}, ${currency}, ${toDecimal(posting.value)}::numeric,
    ${toDecimal(person.value)}::numeric, ${toDecimal(account.value)}::numeric, ${validFrom}, ${validUntil})`.execute(
    db,
  )
  return ok({})
}
