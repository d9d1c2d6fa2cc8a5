import { type Kysely, sql } from 'kysely'
import type {
  JournalFind,
  JournalPage,
  JournalTotal,
  TillSession,
  Trail,
} from '../../../shared/contract/journal.ts'
import { ok } from '../../../shared/result.ts'
import type { DB } from '../../db/tables.ts'
import type { UseCase } from '../../workplace.ts'

/** The answer of a function that always has one. */
async function answerOf<T>(db: Kysely<DB>, call: ReturnType<typeof sql<{ answer: T }>>): Promise<T> {
  const { rows } = await call.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('A function of the journal answered no row')
  return row.answer
}

/** A page of postings, newest first, by whatever is known of them. What was looked at is on record. */
export const listJournal: UseCase<'journal', 'list'> = async ({ before, limit, ...find }, { db }) => {
  const page = sql<{
    answer: JournalPage
  }>`SELECT read_journal(${JSON.stringify(find)}::jsonb, ${before}, ${limit}) AS answer`
  return ok(await answerOf(db, page))
}

/** As many as are counted: beyond them it is only said that there are more. */
const MOST = 10_000

export const totalJournal: UseCase<'journal', 'total'> = async (find: JournalFind, { db }) => {
  const total = sql<{
    answer: JournalTotal
  }>`SELECT journal_totals(${JSON.stringify(find)}::jsonb, ${MOST}) AS answer`
  return ok(await answerOf(db, total))
}

export const readTrail: UseCase<'journal', 'trail'> = async ({ transactionId }, { db }) =>
  ok(await answerOf(db, sql<{ answer: Trail }>`SELECT posting_trail(${transactionId}) AS answer`))

export const listTillSessions: UseCase<'journal', 'listTillSessions'> = async (_, { db }) => {
  const { rows } = await sql<{
    session: TillSession
  }>`SELECT session FROM list_till_sessions(NULL, 100) AS session`.execute(db)
  return ok({ sessions: rows.map(({ session }) => session) })
}
