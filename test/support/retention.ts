import type { TestBranch } from './branch.ts'
import { openAccount } from './accounts.ts'
import { registerCustomer } from './customers.ts'
import { approveDocument, uploadDocument } from './documents.ts'
import { only } from './queries.ts'

/** The date from which retention counts, so many years and days ago. */
export async function ago({ database }: TestBranch, years: number, days = 0): Promise<string> {
  const { rows } = await database.superuser.query<{ day: string }>(
    `SELECT (date_everywhere() - make_interval(years => $1, days => $2))::date::text AS day`,
    [years, days],
  )
  return only(rows).day
}

/** Puts everything that happened to a document back to a day. */
export const backdate = ({ database }: TestBranch, documentId: string, day: string) =>
  database.superuser.query(
    'UPDATE kyc_documents SET created_at = $2, decided_at = $2::timestamptz WHERE id = $1',
    [documentId, `${day}T12:00:00Z`],
  )

/** A customer with an approved passport of ten years ago, whose only account was closed on a day; the branch has an open day. */
export async function former(branch: TestBranch, closedOn: string) {
  const { database, staff } = branch
  const customerId = await registerCustomer(branch.pool('teller'))
  const passport = await uploadDocument(database, staff.teller, customerId, 'PASSPORT')
  await approveDocument(database, staff.supervisor, passport)
  const bill = await uploadDocument(database, staff.teller, customerId, 'UTILITY_BILL')
  await approveDocument(database, staff.supervisor, bill)
  for (const document of [passport, bill]) await backdate(branch, document, await ago(branch, 10))
  const accountId = await openAccount(branch, customerId)
  await database.superuser.query(`UPDATE accounts SET status = 'CLOSED', closed_on = $2 WHERE id = $1`, [
    accountId,
    closedOn,
  ])
  return { customerId, passport, accountId }
}

/** Runs the daily job to its end; answers how many documents each call deleted. */
export async function deleteDue(branch: TestBranch): Promise<number[]> {
  const { rows } = await branch.pool('teller').query<{ n: number }>('SELECT delete_due_documents() AS n')
  const { n } = only(rows)
  return n === 0 ? [] : [n, ...(await deleteDue(branch))]
}
