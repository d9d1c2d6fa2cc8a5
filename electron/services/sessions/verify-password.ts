import { type Kysely, sql } from 'kysely'
import type { DB } from '../../db/tables.ts'

export type SignInRow = {
  session_token: string
  user_id: string
  username: string
  full_name: string
  role: string
  must_change_password: boolean
  wrapped_key: Buffer
  awaits: 'CODE' | 'ENROLMENT' | null
}

/**
 * Signs in by two statements, each its own transaction: the first writes down that it was tried, and only the second, when that is
 * committed, answers. Undefined when the sign-in is refused, and `ended` when the password is right but was temporary for too long.
 */
export async function signInByPassword(
  db: Kysely<DB>,
  username: string,
  password: string,
): Promise<SignInRow | 'ended' | undefined> {
  const begun = await sql<{
    ticket: string
  }>`SELECT begin_sign_in(${username}, ${password}) AS ticket`.execute(db)
  const { rows } = await sql<
    SignInRow | { readonly awaits: 'NEW_PASSWORD' }
  >`SELECT * FROM finish_sign_in(${begun.rows[0]?.ticket})`.execute(db)
  const [row] = rows
  return row?.awaits === 'NEW_PASSWORD' ? 'ended' : row
}

type NewPassword = { readonly current: string; readonly password: string; readonly wrappedKey: Buffer }

/** Changes the caller's own password by the same two steps. False when the current password is not right, or locked. */
export async function replaceOwnPassword(db: Kysely<DB>, change: NewPassword): Promise<boolean> {
  const begun = await sql<{
    ticket: string
  }>`SELECT begin_password_change(${change.current}) AS ticket`.execute(db)
  const { rows } = await sql<{
    changed: boolean
  }>`SELECT set_own_password(${begun.rows[0]?.ticket}, ${change.password}, ${change.wrappedKey}) AS changed`.execute(
    db,
  )
  return rows[0]?.changed === true
}
