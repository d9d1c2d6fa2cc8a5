import { sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

type Twin = { documentId: string; customerNumber: string | null; customerName: string | null }

/** Whether the same page or file stands with another customer. */
export const listTwins: UseCase<'documents', 'listTwins'> = async ({ documentId }, { db }) => {
  const { rows } =
    await sql<Twin>`SELECT document_id AS "documentId", customer_number AS "customerNumber", customer_name AS "customerName" FROM list_twins(${documentId})`.execute(
      db,
    )
  return ok({ twins: rows })
}
