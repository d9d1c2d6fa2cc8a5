import { type Attack, denied, depositSql, forbidden, nothing, RECONNECT, refused } from '../attack.ts'

const POST = depositSql()
const withToken = (token: string) => [`SET corex.session = '{${token}}'`, POST]

/** Acting as another user, or with a session that is no longer valid. */
export const identity: readonly Attack[] = [
  { name: 'post without a session', as: 'nobody', sql: POST, expect: refused('NOT_SIGNED_IN') },
  {
    name: 'take a user id for a session',
    as: 'nobody',
    sql: [`SET corex.session = '{supervisor}'`, POST],
    expect: refused('NOT_SIGNED_IN'),
  },
  {
    name: 'take the empty text for a session',
    as: 'nobody',
    sql: [`SET corex.session = ''`, POST],
    expect: refused('NOT_SIGNED_IN'),
  },
  ...[
    ['guess a token', 'guessedToken'],
    ['use an expired session', 'expiredToken'],
    ['use a session after signing out', 'endedToken'],
    ['use the session of somebody suspended', 'suspendedToken'],
    ['use a token of another workstation', 'elsewhereToken'],
  ].map(([name, token = '']): Attack => ({
    name: name ?? '',
    as: 'nobody',
    sql: withToken(token),
    expect: refused('NOT_SIGNED_IN'),
  })),
  {
    name: 'work with a temporary password',
    as: 'nobody',
    sql: withToken('temporaryToken'),
    expect: refused('PASSWORD_CHANGE_REQUIRED'),
  },
  {
    name: 'read with a temporary password',
    as: 'nobody',
    sql: [`SET corex.session = '{temporaryToken}'`, 'SELECT id FROM branches'],
    expect: refused('PASSWORD_CHANGE_REQUIRED'),
  },
  {
    name: 'say a role by settings',
    as: 'teller',
    sql: [
      `SELECT set_config('corex.role', 'SUPERVISOR', false), set_config('corex.user_id', '{supervisor}', false)`,
      `SELECT id FROM users WHERE current_user_role() <> 'TELLER' OR current_user_id() <> '{teller}'`,
    ],
    expect: nothing,
  },
  {
    name: 'SET SESSION AUTHORIZATION postgres',
    as: 'admin',
    sql: 'SET SESSION AUTHORIZATION postgres',
    expect: forbidden('permission denied to set session authorization'),
  },
  {
    name: 'SET SESSION AUTHORIZATION to another workstation',
    as: 'teller',
    sql: `SET SESSION AUTHORIZATION "{workstation2}"`,
    expect: forbidden('permission denied to set session authorization'),
  },
  ...['corex_owner', 'postgres', '"{workstation2}"', 'pg_read_all_data', 'pg_write_all_data'].map(
    (role): Attack => ({
      name: `SET ROLE ${role}`,
      as: 'teller',
      sql: `SET ROLE ${role}`,
      expect: forbidden('permission denied to set role'),
    }),
  ),
  {
    name: 'set the role by set_config',
    as: 'nobody',
    sql: `SELECT set_config('role', 'corex_owner', false)`,
    expect: forbidden('permission denied to set role'),
  },
  {
    name: 'become the application role and read',
    as: 'nobody',
    sql: ['SET ROLE corex_app', 'SELECT id FROM branches'],
    expect: refused('NOT_SIGNED_IN'),
  },
  {
    name: "make the owner one's role from the next connection on",
    as: 'teller',
    sql: ['ALTER ROLE CURRENT_USER SET role = corex_owner', RECONNECT, 'DELETE FROM entries'],
    expect: denied('table entries'),
  },
  {
    name: 'turn row security off from the next connection on',
    as: 'nobody',
    sql: ['ALTER ROLE CURRENT_USER SET row_security = off', RECONNECT, 'SELECT id FROM branches'],
    expect: { sqlstate: '42501', message: 'would be affected by row-level security' },
  },
  {
    name: 'replica role from the next connection on',
    as: 'teller',
    sql: 'ALTER ROLE CURRENT_USER SET session_replication_role = replica',
    expect: forbidden('permission denied to set parameter "session_replication_role"'),
  },
  ...['SUPERUSER', 'BYPASSRLS', 'CREATEROLE', 'CREATEDB', 'REPLICATION', 'CONNECTION LIMIT 1000'].map(
    (attribute): Attack => ({
      name: `ALTER ROLE CURRENT_USER ${attribute}`,
      as: 'admin',
      sql: `ALTER ROLE CURRENT_USER ${attribute}`,
      expect: { sqlstate: '42501' },
    }),
  ),
  {
    name: 'change the password of another workstation',
    as: 'admin',
    sql: `ALTER ROLE "{workstation2}" PASSWORD 'known to me'`,
    expect: { sqlstate: '42501' },
  },
  {
    name: "grant oneself the owner's role",
    as: 'admin',
    sql: 'GRANT corex_owner TO CURRENT_USER',
    expect: { sqlstate: '42501', message: 'corex_owner' },
  },
  {
    name: 'hand on what one may do',
    as: 'teller',
    sql: `GRANT corex_app TO "{workstation2}"`,
    expect: { sqlstate: '42501', message: 'corex_app' },
  },
  {
    name: 'create a role',
    as: 'admin',
    sql: 'CREATE ROLE mine SUPERUSER LOGIN',
    expect: forbidden('permission denied to create role'),
  },
  {
    name: 'shadow sessions by a temporary table',
    as: 'nobody',
    sql: 'CREATE TEMP TABLE sessions (token_hash bytea, user_id uuid)',
    expect: forbidden('permission denied to create temporary tables'),
  },
  {
    name: 'shadow a function on the search path',
    as: 'nobody',
    sql: [`SET search_path = public, corex`, `CREATE FUNCTION sha256(bytea) RETURNS bytea RETURN $1`],
    expect: { sqlstate: '42501' },
  },
  {
    name: 'mislead the functions by an empty search path',
    as: 'teller',
    sql: ['SET search_path = pg_temp', depositSql({ to: '{closed}' }, 'corex.')],
    expect: refused('ACCOUNT_CLOSED'),
  },
  {
    name: 'look sessions up by their hash',
    as: 'nobody',
    sql: 'SELECT * FROM session_identity()',
    expect: denied('function session_identity'),
  },
]
