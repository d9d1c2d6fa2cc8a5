import { escapeLiteral, type Pool } from 'pg'
import type { TestDatabase } from './database.ts'
import { only, type Queryable } from './queries.ts'
import { signedIn } from './users.ts'

/** The databases with a branch, by name: a connection says in which one it is. */
const databases = new Map<string, TestDatabase>()
const sessions = new Map<string, Promise<Pool>>()

export const knowDatabase = (database: TestDatabase) => databases.set(database.name, database)

function databaseOf(connection: Queryable): TestDatabase {
  const { options, database: own } = connection as { options?: { database?: string }; database?: string }
  const database = databases.get(own ?? options?.database ?? '')
  if (database === undefined) throw new Error('No branch was made in the database of this connection')
  return database
}

/** The connections of somebody who may decide a proposal of their branch, and is not its proposer: an administrator where there is one. */
async function secondPerson(database: TestDatabase, approvalId: string): Promise<Pool> {
  const { rows } = await database.superuser.query<{ username: string }>(
    `SELECT u.username FROM approvals a JOIN approval_kinds k ON k.kind = a.kind
       JOIN users u ON u.branch_id = a.branch_id AND u.id <> a.proposed_by AND u.id IS DISTINCT FROM a.concerns
         AND u.role = ANY (k.deciders) AND u.status = 'ACTIVE'
     WHERE a.id = $1 ORDER BY u.role = 'ADMIN' DESC, u.username LIMIT 1`,
    [approvalId],
  )
  const { username } = only(rows)
  const key = `${database.name} ${username}`
  const session = sessions.get(key) ?? signedIn(database, username).then(({ token }) => database.pool(token))
  sessions.set(key, session)
  return session
}

/** A second person counts what the first one counted, and approves; answers what came of it. A refusal is thrown by its name. */
export async function countedByTwo(
  connection: Queryable,
  approvalId: string,
  counted: string,
): Promise<Result> {
  const person = await secondPerson(databaseOf(connection), approvalId)
  await person.query('SELECT count_cash($1, $2)', [approvalId, counted])
  return approveBySql(person, approvalId)
}

/** A supervisor or an administrator decides that a difference is posted as it is. */
export async function differenceDecided(connection: Queryable, approvalId: string): Promise<void> {
  await approveBySql(await secondPerson(databaseOf(connection), approvalId), approvalId, 'Counted twice')
}

/** The proposal about cash of a till session that waits, if there is one. */
export async function waitingCash(connection: Queryable, sessionId: string): Promise<string | undefined> {
  const { rows } = await databaseOf(connection).superuser.query<{ id: string }>(
    `SELECT id FROM approvals WHERE subject_id = $1 AND status = 'PENDING' ORDER BY proposed_at DESC LIMIT 1`,
    [sessionId],
  )
  return rows[0]?.id
}

type Result = Readonly<Record<string, string>>
type Outcome = { result: Result; failure: { code: string; details: unknown } | null }

/** Approves what is shown, as a person's connection does, and answers what came of it. */
export async function approveBySql(
  person: Queryable,
  approvalId: string,
  reason: string | null = null,
): Promise<Result> {
  const shown = await person.query<{ hash: string }>(`SELECT read_approval($1) ->> 'hash' AS hash`, [
    approvalId,
  ])
  const call =
    reason === null
      ? `approve($1, decode($2, 'hex'))`
      : `approve_for_reason($1, decode($2, 'hex'), ${escapeLiteral(reason)})`
  const values = [approvalId, only(shown.rows).hash]
  const { rows } = await person.query<{ outcome: Outcome }>(`SELECT ${call} AS outcome`, values)
  const { result, failure } = only(rows).outcome
  if (failure === null) return result
  const { code: constraint, details } = failure
  throw Object.assign(new Error(constraint), {
    code: 'CX000',
    constraint,
    detail: JSON.stringify(details),
  })
}
