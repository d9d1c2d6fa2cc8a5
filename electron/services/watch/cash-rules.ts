import { sql } from 'kysely'
import type { CashRules } from '../../../shared/contract/watch.ts'
import { isSupportedCurrency } from '../../../shared/currencies.ts'
import { fail } from '../../../shared/errors.ts'
import { parseNotNegative, toDecimal } from '../../../shared/money.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** From when on cash of a currency is looked at, and the date from which other rules may begin. */
export const listRules: UseCase<'watch', 'listRules'> = async ({ currency }, { db }) => {
  const { rows } = await sql<{ businessDate: string; rules: CashRules[] }>`
    SELECT business_date AS "businessDate", rules FROM list_cash_rules(${currency})`.execute(db)
  return ok({ businessDate: rows[0]?.businessDate ?? '', rules: rows[0]?.rules ?? [] })
}

/** Puts other rules of a currency before a second person. Sent twice, they are proposed once. */
export const proposeRules: UseCase<'watch', 'proposeRules'> = async (input, { db }) => {
  const { key, currency, windowDays, leastPostings, sumShare, validFrom } = input
  if (!isSupportedCurrency(currency)) return fail('CURRENCY_NOT_SUPPORTED')
  const identify = parseNotNegative(input.identifyAbove, currency)
  if (!identify.ok) return identify
  const report = parseNotNegative(input.reportAbove, currency)
  if (!report.ok) return report
  await sql`SELECT propose_cash_rules(${key}, ${currency}, ${toDecimal(identify.value)}::numeric,
    ${toDecimal(report.value)}::numeric, ${windowDays}, ${leastPostings}, ${sumShare}, ${validFrom})`.execute(
    db,
  )
  return ok({})
}
