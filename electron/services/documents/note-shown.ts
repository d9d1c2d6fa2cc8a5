import { sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

/** Records that the window drew all of the content that this look was given. */
export const noteShown: UseCase<'documents', 'noteShown'> = async ({ ticket }, { db }) => {
  await sql`SELECT mark_document_shown(${ticket})`.execute(db)
  return ok({})
}
