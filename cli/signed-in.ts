import { type Kysely, sql } from 'kysely'
import { codeOf } from '../electron/db/fault.ts'
import { createDb, createPool } from '../electron/db/pool.ts'
import { refusalOf } from '../electron/db/refusal.ts'
import type { DB } from '../electron/db/tables.ts'
import { signInByPassword } from '../electron/services/sessions/verify-password.ts'
import { askUnseen } from './ask-unseen.ts'
import { EXIT, type ExitCode, type Surroundings } from './command.ts'
import { sentenceOf } from './faults.ts'
import { reachDatabase } from './reach-database.ts'

/**
 * Does something as a person, who is signed in for as long as it takes: what a person alone may do, the command line does under a person. The
 * password is asked for, or comes as a line of the input. What the database refuses is said by its name.
 */
export async function signedIn(
  username: string,
  around: Surroundings,
  work: (db: Kysely<DB>) => Promise<ExitCode>,
): Promise<ExitCode> {
  const [password = ''] = await askUnseen(
    [`Password of ${username}: `],
    (text) => void process.stderr.write(text),
  )
  const reached = await reachDatabase(around.target)
  if (!reached.ok) {
    around.say(sentenceOf(reached.error))
    return EXIT.database
  }
  const { connection, close } = reached.value
  try {
    const token = await tokenOf(createDb(createPool(connection, null)), username, password)
    if (token === null) {
      around.say('The sign-in was refused: the name or the password is not right, or the user is locked.')
      return EXIT.failed
    }
    return await withSession(createDb(createPool(connection, token)), around, work)
  } finally {
    await close()
  }
}

async function tokenOf(db: Kysely<DB>, username: string, password: string): Promise<string | null> {
  try {
    const found = await signInByPassword(db, username, password)
    return found === undefined || found === 'ended' ? null : found.session_token
  } finally {
    await db.destroy()
  }
}

async function withSession(
  db: Kysely<DB>,
  { say }: Surroundings,
  work: (db: Kysely<DB>) => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    return await work(db)
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal === null && codeOf(error) === undefined) throw error
    say(refusal === null ? `The database ended it: ${String(error)}` : wordsOf(refusal))
    return EXIT.failed
  } finally {
    await sql`SELECT sign_out()`.execute(db).catch(() => {})
    await db.destroy()
  }
}

const wordsOf = ({ code, details = {} }: { code: string; details?: Readonly<Record<string, unknown>> }) =>
  [code, ...Object.values(details)].join(' ')
