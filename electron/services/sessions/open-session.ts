import { sql } from 'kysely'
import { ROLES, type Role } from '../../../shared/contract/define.ts'
import { endedBecause, type EndedBecause } from '../../../shared/contract/sessions.ts'
import { fail } from '../../../shared/errors.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { createDb, createPool } from '../../db/pool.ts'
import type { Database } from '../../db/database.ts'
import { refusalOf } from '../../db/refusal.ts'
import { noPreparedFiles } from '../../prepared-files.ts'
import type { ActiveSession, Workplace } from '../../workplace.ts'
import { type Unwrapped, unwrapVaultKey, wrapVaultKey } from './key-ring.ts'
import { clearVault } from './vault.ts'
import { signInByPassword } from './verify-password.ts'

/**
 * Has the database verify the password and mint a token, then opens the connections that carry it.
 * SIGN_IN_REFUSED does not tell whether the user exists or is locked. Where the password opens no vault key, money is worked with as always
 * and documents say DOCUMENT_KEY_MISSING. `before` is the session from before a lock: it has given its code.
 */
export async function openSession(
  database: Database,
  username: string,
  password: string,
  before: ActiveSession | null = null,
): Promise<Result<ActiveSession, 'SIGN_IN_REFUSED' | 'TEMPORARY_PASSWORD_ENDED'>> {
  const found = await verified(database, username, password, before)
  if (found === undefined) return fail('SIGN_IN_REFUSED')
  if (found === 'ended') return fail('TEMPORARY_PASSWORD_ENDED')
  const opened = await unwrapVaultKey(found.wrapped_key, password).catch(() => null)
  const user = {
    id: found.user_id,
    username: found.username,
    fullName: found.full_name,
    role: asRole(found.role),
  }
  const db = createDb(createPool(database.connection, found.session_token))
  const isHeldBack = found.must_change_password || found.awaits !== null
  const secret = opened === null || isHeldBack ? opened?.secret : await renew(db, opened, password)
  return ok({
    user,
    token: found.session_token,
    db,
    vault: { secret: secret ?? null, keys: null },
    prepared: noPreparedFiles(),
    mustChangePassword: found.must_change_password,
    awaits: found.awaits,
  })
}

/** By connections of nobody's, or of the session before: its token shows that it has given its code. */
async function verified(
  database: Database,
  username: string,
  password: string,
  before: ActiveSession | null,
): ReturnType<typeof signInByPassword> {
  const db = createDb(createPool(database.connection, before?.token ?? null))
  try {
    return await signInByPassword(db, username, password)
  } finally {
    await db.destroy()
  }
}

/** Wraps a key of an earlier release anew, so that a later vault key can follow it. Answers what opens it from now on. */
async function renew(db: ActiveSession['db'], opened: Unwrapped, password: string): Promise<Buffer> {
  if (opened.isReceivable) return opened.secret
  const wrapped = await wrapVaultKey(opened, password)
  try {
    await sql`SELECT renew_own_key(${wrapped})`.execute(db)
  } catch (error) {
    // Of a vault key that is not in use any more: documents say so, and signing in goes on.
    if (refusalOf(error)?.code !== 'DOCUMENT_KEY_OUTDATED') throw error
    return opened.secret
  }
  return (await unwrapVaultKey(wrapped, password)).secret
}

function asRole(text: string): Role {
  const role = ROLES.find((known) => known === text)
  if (role === undefined) throw new Error(`The database knows a role that this application does not: ${text}`)
  return role
}

/** Ends the session in the database and closes its connections, also when the server is unreachable. */
export async function closeSession(session: ActiveSession): Promise<void> {
  await sql`SELECT sign_out()`.execute(session.db).catch(() => {})
  await session.db.destroy()
  clearVault(session.vault)
  for (const controller of session.prepared.underWay.values()) controller.abort()
  session.prepared.done.clear()
  session.prepared.made.clear()
  session.prepared.drawn.clear()
  session.prepared.looked.clear()
}

/**
 * Replaces the current session by another one, or by none, and ends the old one. The new one is set before anything is
 * awaited, so that of two replacements at once each ends the session that it replaced and none stays open. The window
 * gets its event before the old session is ended, which takes time when the server is unreachable. `because` is for a
 * session that its person did not end: the window says why.
 */
export async function replaceSession(
  workplace: Workplace,
  next: ActiveSession | null,
  because: EndedBecause | null = null,
): Promise<void> {
  const { session } = workplace
  workplace.session = next
  workplace.locked = false
  workplace.endedBecause = because
  workplace.emit('session.changed', {})
  if (session !== null) await closeSession(session)
}

/** Whether the database still accepts the session: it may have expired, been ended by an administrator, or its user suspended. */
export async function isAccepted(db: ActiveSession['db']): Promise<boolean> {
  const { rows } = await sql<{ alive: boolean }>`SELECT current_user_id() IS NOT NULL AS alive`.execute(db)
  return rows[0]?.alive === true
}

/** Somebody's sessions were ended: where this workstation's is one of them, it ends here too. */
export async function lookAtSession(workplace: Workplace): Promise<void> {
  const { session } = workplace
  if (session !== null && !(await isAccepted(session.db))) await endLostSession(workplace, session.db)
}

/**
 * Ends a session that the database no longer accepts, and says why. Does nothing when another one has taken its place meanwhile.
 * Resolves when the workplace is without it; its connections close afterwards.
 */
export async function endLostSession(workplace: Workplace, db: ActiveSession['db']): Promise<void> {
  if (workplace.session?.db !== db) return
  const because = await whyEnded(db)
  if (workplace.session?.db !== db || (because === 'SIGNED_IN_AGAIN' && workplace.unlocking)) return
  const told = endedBecause.safeParse(because)
  replaceSession(workplace, null, told.success ? told.data : 'OTHER').catch((error: unknown) =>
    workplace.options.log(`Closing the connections of an ended session failed: ${String(error)}`),
  )
}

/** As the database says it, which has more reasons than the window has sentences; undefined when the server can't be asked. */
async function whyEnded(db: ActiveSession['db']): Promise<string | undefined> {
  const answer = await sql<{ because: string }>`SELECT because FROM session_end()`
    .execute(db)
    .catch(() => null)
  return answer?.rows[0]?.because
}
