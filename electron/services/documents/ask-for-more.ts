import { sql } from 'kysely'
import type { DocumentRequest } from '../../../shared/contract/kyc.ts'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** Names what a customer has still to bring. Sent twice, it is asked once. */
export const askForMore: UseCase<'documents', 'askForMore'> = async (input, { db }) => {
  const { key, customerId, missing, words } = input
  await sql`SELECT ask_for_more(${key}, ${customerId}, ${[...new Set(missing)]}, ${words})`.execute(db)
  return ok({})
}

export const endRequest: UseCase<'documents', 'endRequest'> = async ({ requestId }, { db }) => {
  await sql`SELECT end_request(${requestId})`.execute(db)
  return ok({})
}

/** What is asked of a customer and was not brought yet, the first one first. */
export const listRequests: UseCase<'documents', 'listRequests'> = async ({ customerId }, { db }) => {
  const { rows } = await sql<{ request: DocumentRequest }>`
    SELECT request FROM list_requests(${customerId}) AS request`.execute(db)
  return ok({ requests: rows.map(({ request }) => request) })
}
