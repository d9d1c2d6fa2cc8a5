import { sql } from 'kysely'
import type { KycDue, KycStanding } from '../../../shared/contract/kyc.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** A customer's risk, what the policy asks of them, and when they are looked at again. */
export const readStanding: UseCase<'documents', 'readStanding'> = async ({ customerId }, { db }) => {
  const { rows } = await sql<{ standing: KycStanding }>`
    SELECT read_kyc_standing(${customerId}) AS standing`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('A customer has a standing')
  return ok(row.standing)
}

/** Puts another risk before a second person. Sent twice, it is proposed once. */
export const proposeRating: UseCase<'documents', 'proposeRating'> = async (input, { db }) => {
  const { key, customerId, risk, reason } = input
  await sql`SELECT propose_risk_rating(${key}, ${customerId}, ${risk}, ${reason})`.execute(db)
  return ok({})
}

/** Decides a periodic review. Sent twice, it is decided once. */
export const reviewCustomer: UseCase<'documents', 'review'> = async (input, { db }) => {
  const { key, customerId, nextDue, words } = input
  await sql`SELECT review_customer(${key}, ${customerId}, ${nextDue}, ${words})`.execute(db)
  return ok({})
}

/** What has to be asked for again at the caller's branch within so many days. */
export const listDue: UseCase<'documents', 'listDue'> = async ({ days }, { db }) => {
  const { rows } = await sql<{ businessDate: string; due: KycDue[] }>`
    SELECT business_date AS "businessDate", due FROM list_kyc_due(${days})`.execute(db)
  return ok({ businessDate: rows[0]?.businessDate ?? '', due: rows[0]?.due ?? [] })
}
