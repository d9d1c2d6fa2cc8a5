import { sql } from 'kysely'
import type { PartyView, Signers } from '../../../shared/contract/mandates.ts'
import { isSupportedCurrency } from '../../../shared/currencies.ts'
import { fail } from '../../../shared/errors.ts'
import { parsePositive, toDecimal } from '../../../shared/money.ts'
import { ok } from '../../../shared/result.ts'
import { retryCollisions } from '../../db/in-transaction.ts'
import type { UseCase } from '../../workplace.ts'

/** Puts a power over a customer's accounts before a second person. Sent twice, it is proposed once. */
export const proposeParty: UseCase<'mandates', 'propose'> = async (input, { db }) => {
  const limit = limitOf(input)
  if (!limit.ok) return limit
  const party = JSON.stringify({
    account_id: input.accountId,
    party_id: input.partyId,
    power: input.power,
    together: input.together,
    ...limit.value,
    share: input.share,
    valid_from: input.validFrom,
    valid_until: input.validUntil,
    replaces: input.replaces,
  })
  await retryCollisions(() =>
    sql`SELECT propose_party(${input.key}, ${input.customerId}, ${party}::jsonb)`.execute(db),
  )
  return ok({})
}

/** Puts the end of a power before a second person. */
export const proposeEnd: UseCase<'mandates', 'proposeEnd'> = async ({ key, customerId, partyId }, { db }) => {
  const party = JSON.stringify({ replaces: partyId, ended: true })
  await retryCollisions(() => sql`SELECT propose_party(${key}, ${customerId}, ${party}::jsonb)`.execute(db))
  return ok({})
}

type Limited = { readonly perPosting: string | null; readonly currency: string | null }

/** The columns of a limit per posting; both null where there is none. */
function limitOf({ perPosting, currency }: Limited) {
  if (perPosting === null) return ok({ per_posting: null, currency: null })
  if (currency === null || !isSupportedCurrency(currency)) return fail('CURRENCY_NOT_SUPPORTED')
  const amount = parsePositive(perPosting, currency)
  return amount.ok ? ok({ per_posting: toDecimal(amount.value), currency }) : amount
}

/** Every power over a customer's accounts that was ever given, the newest first. */
export const listParties: UseCase<'mandates', 'list'> = async ({ customerId }, { db }) => {
  const { rows } = await sql<{
    party: PartyView
  }>`SELECT party FROM list_parties(${customerId}) AS party`.execute(db)
  return ok({ parties: rows.map(({ party }) => party) })
}

/** Who may sign for an account on the branch's business date. */
export const readSigners: UseCase<'mandates', 'signers'> = async ({ accountId }, { db }) => {
  const asked = db.selectNoFrom(sql<Signers>`read_signers(${accountId})`.as('signers'))
  return ok((await asked.executeTakeFirstOrThrow()).signers)
}
