import { sql } from 'kysely'
import type { ListedKycPolicy } from '../../../shared/contract/kyc.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** What is asked of a customer of each risk at the caller's branch, and the date from which another policy may begin. */
export const listPolicies: UseCase<'documents', 'listPolicies'> = async (_, { db }) => {
  const { rows } = await sql<{ businessDate: string; policies: ListedKycPolicy[] }>`
    SELECT business_date AS "businessDate", policies FROM list_kyc_policies()`.execute(db)
  return ok({ businessDate: rows[0]?.businessDate ?? '', policies: rows[0]?.policies ?? [] })
}

/** Puts another policy before a second person. Sent twice, it is proposed once. */
export const proposePolicy: UseCase<'documents', 'proposePolicy'> = async (input, { db }) => {
  const { key, policy, validFrom } = input
  await sql`SELECT propose_kyc_policy(${key}, ${JSON.stringify(policy)}::jsonb, ${validFrom})`.execute(db)
  return ok({})
}
