import { sql } from 'kysely'
import { isSupportedCurrency } from '../../../shared/currencies.ts'
import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import { checkPassword } from '../../../shared/rules/password.ts'
import type { UseCase } from '../../workplace.ts'
import { makeVaultKey, wrapVaultKey } from '../sessions/key-ring.ts'
import { hashPassword } from '../sessions/password.ts'

/** The first run: a branch with its tills, internal accounts and open day, and the first administrator. Once only. */
export const createBranch: UseCase<'branches', 'setUp'> = async (input, { anonymousDb, database }) => {
  const { branchName, currency, numberFormat, weekend, timeZone, tills, administrator } = input
  const checked = checkPassword(administrator.password)
  if (!checked.ok) return checked
  if (!isSupportedCurrency(currency)) return fail('CURRENCY_NOT_SUPPORTED')
  if (anonymousDb === null) return fail('ALREADY_SET_UP')
  const words = [branchName, administrator.username, administrator.fullName, administrator.email]
  await sql`SELECT require_good_password(${administrator.password}, ${words}::text[])`.execute(anonymousDb)
  const [hash, wrapped] = await Promise.all([
    hashPassword(administrator.password),
    wrapVaultKey(makeVaultKey(), administrator.password),
  ])
  await sql`SELECT set_up_branch(${branchName}, ${currency}, ${numberFormat}, ${weekend}::smallint[], ${timeZone}, ${tills},
    ${administrator.username.toLowerCase()}, ${administrator.fullName}, ${administrator.email}, ${hash}, ${wrapped})`.execute(
    anonymousDb,
  )
  return ok({ isEmbedded: database?.kind === 'embedded' })
}
