import { sql } from 'kysely'
import type { AccountTermsView } from '../../../shared/contract/products.ts'
import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** The product of an account, the interest that has accrued on it, and its loan. */
export const readAccountTerms: UseCase<'products', 'readAccount'> = async ({ accountId }, { db }) => {
  const { rows } = await sql<{
    terms: AccountTermsView
  }>`SELECT read_account_terms(${accountId}) AS terms`.execute(db)
  const terms = rows[0]?.terms
  return terms === undefined ? fail('ACCOUNT_NOT_FOUND') : ok(terms)
}
