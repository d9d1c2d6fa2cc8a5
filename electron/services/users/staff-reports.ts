import { sql } from 'kysely'
import { accessReview, staffChange } from '../../../shared/contract/staff-reports.ts'
import { ok } from '../../../shared/result.ts'
import { accessFileName, staffChangesFileName } from '../../print/file-name.ts'
import { renderAccessCsv, renderStaffChangesCsv } from '../../print/staff-csv.ts'
import type { UseCase } from '../../workplace.ts'
import { callersBranch } from '../branches/callers-branch.ts'

type Answer = { readonly answer: unknown }

/** Who joined, moved and left in a period, with who proposed and who approved it. */
export const listChanges: UseCase<'users', 'listChanges'> = async ({ from, to }, { db }) => {
  const { rows } = await sql<Answer>`SELECT staff_changes(${from}::date, ${to}::date) AS answer`.execute(db)
  return ok({ changes: staffChange.array().parse(rows[0]?.answer) })
}

export const exportChanges: UseCase<'users', 'exportChanges'> = async ({ from, to }, { db }) => {
  const { rows } = await sql<Answer>`
    SELECT export_staff_changes(${from}::date, ${to}::date) AS answer`.execute(db)
  const { timeZone } = await callersBranch(db)
  return ok({
    fileName: staffChangesFileName(from, to),
    mediaType: 'text/csv',
    content: renderStaffChangesCsv(staffChange.array().parse(rows[0]?.answer), timeZone),
  })
}

/** Who has access to what now. */
export const review: UseCase<'users', 'review'> = async (_, { db }) => {
  const { rows } = await sql<Answer>`SELECT access_review() AS answer`.execute(db)
  return ok(accessReview.parse(rows[0]?.answer))
}

export const exportReview: UseCase<'users', 'exportReview'> = async (_, { db }) => {
  const { rows } = await sql<Answer>`SELECT export_access_review() AS answer`.execute(db)
  const { timeZone } = await callersBranch(db)
  const access = accessReview.parse(rows[0]?.answer)
  return ok({
    fileName: accessFileName(access.at, timeZone),
    mediaType: 'text/csv',
    content: renderAccessCsv(access, timeZone),
  })
}
