import { sql } from 'kysely'
import type { PartyView, Signers } from '../../../shared/contract/mandates.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

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
