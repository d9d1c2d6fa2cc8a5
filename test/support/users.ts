import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import type { Role } from '../../shared/contract/define.ts'
import type { TestDatabase } from './database-in.ts'
import { BUILD } from '../../electron/build.ts'
import { only, type Queryable } from './queries.ts'

export const PASSWORD = 'correct horse battery'
/** bcrypt of PASSWORD, cost 12: made once, because a real one takes a quarter of a second. */
export const PASSWORD_HASH = '$2a$12$W8LXlpqWzs.pznEDYNI9be00b/RpkOmVtZIJ68ZFv6POtLiaAgV2e'

/** A member of the staff with a session. */
export type TestUser = {
  readonly id: string
  readonly username: string
  readonly token: string
  readonly role: Role
}

type NewUser = CallInput<'users.create'>

/** A whole user as an administrator creates one; no two of them have the same id, user name or e-mail address. */
export function newUser(changes: Partial<NewUser> = {}): NewUser {
  const id = randomUUID()
  const username = `u${id.slice(0, 8)}`
  return {
    id,
    username,
    fullName: 'New Person',
    email: `${changes.username ?? username}@example.test`,
    role: 'TELLER',
    temporaryPassword: PASSWORD,
    ...changes,
  }
}

/** Adds a user with PASSWORD and a session to a branch, without the time that hashing and signing in take. */
export async function addUser(
  database: TestDatabase,
  branchId: string,
  changes: Partial<NewUser>,
): Promise<TestUser> {
  const { username } = await insertUser(database.superuser, branchId, changes)
  return signedIn(database, username)
}

/** Writes a user with PASSWORD, which need not be changed, into the table; only a superuser may. */
export async function insertUser(
  superuser: Queryable,
  branchId: string,
  changes: Partial<NewUser>,
): Promise<NewUser> {
  const user = newUser(changes)
  await superuser.query(
    `INSERT INTO users (id, username, full_name, email, password_hash, must_change_password, role, branch_id)
     VALUES ($1, $2, $3, $4, $5, false, $6, $7)`,
    [user.id, user.username, user.fullName, user.email, PASSWORD_HASH, user.role, branchId],
  )
  return user
}

/** Somebody with PASSWORD as a temporary one that was given so long ago, such as `4 days`. */
export async function temporaryUser(
  branch: { id: string; database: TestDatabase },
  age: string,
): Promise<NewUser> {
  const { superuser } = branch.database
  const user = await insertUser(superuser, branch.id, {})
  await superuser.query('UPDATE users SET must_change_password = true WHERE id = $1', [user.id])
  await superuser.query('UPDATE users SET temporary_since = temporary_since - $2::interval WHERE id = $1', [
    user.id,
    age,
  ])
  return user
}

/** A new session of a user at the first or second workstation, without the quarter of a second that signing in takes. */
export async function signedIn(
  database: TestDatabase,
  username: string,
  workstation: 1 | 2 = 1,
): Promise<TestUser> {
  const { rows } = await database.superuser.query<{ id: string; role: Role }>(
    'SELECT id, role FROM users WHERE username = $1',
    [username],
  )
  const user = only(rows)
  const token = await insertSession(database.superuser, user.id, database.workstation(workstation).user)
  return { username, token, ...user }
}

/** Writes a session of an hour into the table and answers its token; only a superuser may. */
export async function insertSession(
  superuser: Queryable,
  userId: string,
  workstation: string,
): Promise<string> {
  const token = randomBytes(32).toString('hex')
  await superuser.query(
    `INSERT INTO sessions (token_hash, user_id, workstation, expires_at, epoch, build)
     SELECT $1, id, $3, clock_timestamp() + interval '1 hour', session_epoch, $4 FROM users WHERE id = $2`,
    [hashOf(token), userId, workstation, BUILD],
  )
  return token
}

/** How the database stores a session's token. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

type SignedIn = { session_token: string; must_change_password: boolean; wrapped_key: Buffer }

/** The two steps of a sign-in, as the application takes them; no row when it is refused. */
export async function signInByPassword(
  workstation: Queryable,
  username: unknown,
  password: unknown,
): Promise<SignedIn[]> {
  const begun = await workstation.query<{ ticket: string }>('SELECT begin_sign_in($1, $2) AS ticket', [
    username,
    password,
  ])
  return (await workstation.query<SignedIn>('SELECT * FROM finish_sign_in($1)', [only(begun.rows).ticket]))
    .rows
}

/** Writes wrong passwords of a user at a workstation into the table, to spare the bcrypt of each; only a superuser may. */
export const insertFailures = (
  superuser: Queryable,
  username: string,
  workstation: string,
  { count = 5, ago = '0 seconds' }: { readonly count?: number; readonly ago?: string } = {},
) =>
  superuser.query(
    `INSERT INTO sign_in_attempts (ticket_hash, purpose, username, workstation, tried_at, allowed, good, session_epoch, recorded, build)
     SELECT uuid_send(gen_random_uuid()), 'SIGN_IN', $1, $2, clock_timestamp() - $3::interval, true, false, 0, true, 'test'
     FROM generate_series(1, $4)`,
    [username, workstation, ago, count],
  )

/** Does something while somebody is suspended, and ends that afterwards; the sessions stay as they are, for the tests that follow. */
export async function whileSuspended<T>(
  { superuser }: TestDatabase,
  userId: string,
  work: () => Promise<T>,
): Promise<T> {
  const set = (status: string) =>
    superuser.query(
      `BEGIN; SET LOCAL session_replication_role = 'replica';
       UPDATE users SET status = '${status}' WHERE id = '${userId}'; COMMIT`,
    )
  await set('SUSPENDED')
  try {
    return await work()
  } finally {
    await set('ACTIVE')
  }
}
