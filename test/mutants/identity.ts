import type { Mutant } from './mutant.ts'

const SESSIONS = 'migrations/code/sessions'

/** Who is asking, for how long, and what a stranger learns. */
export const IDENTITY: readonly Mutant[] = [
  {
    fault: "a suspended user's session goes on",
    file: `${SESSIONS}/session-identity.sql`,
    find: "AND s.ended_at IS NULL AND s.epoch = u.session_epoch AND u.status = 'ACTIVE'",
    replace: 'AND s.ended_at IS NULL',
    tests: ['test/sessions/session-end.test.ts'],
  },
  {
    fault: 'a session lasts ten days',
    file: `${SESSIONS}/sign-in.sql`,
    find: "interval '10 hours'",
    replace: "interval '10 days'",
    tests: ['test/sessions/session-end.test.ts'],
  },
  {
    fault: 'an expired session is still good',
    file: `${SESSIONS}/session-identity.sql`,
    find: "AND clock_timestamp() BETWEEN s.created_at - interval '5 minutes' AND least(s.expires_at, s.used_at + interval '1 hour');",
    replace: ';',
    tests: ['test/sessions/session-end.test.ts'],
  },
  {
    fault: 'a session that nobody uses stays good',
    file: `${SESSIONS}/session-identity.sql`,
    find: "least(s.expires_at, s.used_at + interval '1 hour')",
    replace: 's.expires_at',
    tests: ['test/sessions/session-end.test.ts'],
  },
  {
    fault: 'a session can be used at another workstation',
    file: `${SESSIONS}/session-identity.sql`,
    find: 'AND s.workstation = session_user AND s.ended_at IS NULL',
    replace: 'AND s.ended_at IS NULL',
    tests: ['test/sessions/session.test.ts', 'test/trust/hostile.test.ts'],
  },
  {
    fault: 'a password reset leaves sessions alive',
    file: 'migrations/code/users/triggers.sql',
    find: '(NEW.password_hash, NEW.role, NEW.status, NEW.branch_id)',
    replace: '(OLD.password_hash, NEW.role, NEW.status, NEW.branch_id)',
    tests: ['test/sessions/session-end.test.ts'],
  },
  {
    fault: 'an unknown name is answered without the work of checking a password',
    file: `${SESSIONS}/try-password.sql`,
    find: "coalesce(u.password_hash, '$2a$12$2OlBQR1.sdo/ZNEF5wdxW.q8tDDrqeMB1zY9gGfgEkNsRsDXLPP/a')",
    replace: 'u.password_hash',
    tests: ['test/sessions/sign-in.test.ts'],
    titled: 'one password is hashed for a name that nobody has',
  },
  {
    fault: 'the answer to a sign-in is given before it is on record',
    file: `${SESSIONS}/try-password.sql`,
    find: 'AND workstation = session_user AND NOT used AND xid <> pg_current_xact_id()',
    replace: 'AND workstation = session_user AND NOT used',
    tests: ['test/sessions/sign-in.test.ts'],
    titled: 'a password that is tried inside a transaction',
  },
  {
    fault: 'a ticket of a sign-in is good twice',
    file: `${SESSIONS}/try-password.sql`,
    find: 'AND NOT used AND xid',
    replace: 'AND xid',
    tests: ['test/sessions/sign-in.test.ts', 'test/trust/hostile.test.ts'],
  },
  {
    fault: 'a sixth guess is allowed',
    file: `${SESSIONS}/may-try-password.sql`,
    find: 'THEN 5 ELSE 1 END;',
    replace: 'THEN 6 ELSE 1 END;',
    tests: ['test/sessions/sign-in.test.ts'],
    titled: 'exactly five wrong passwords',
  },
  {
    fault: 'wrong passwords at one workstation lock a user out at all',
    file: `${SESSIONS}/may-try-password.sql`,
    find: 'count(*) FILTER (WHERE username = p_username AND workstation = session_user), count(*) FILTER (WHERE workstation',
    replace: 'count(*) FILTER (WHERE username = p_username), count(*) FILTER (WHERE workstation',
    tests: ['test/sessions/sign-in.test.ts'],
    titled: 'lock-out',
  },
  {
    fault: 'a read with an ended session answers no rows',
    file: `${SESSIONS}/session-identity.sql`,
    find: "IF who.user_id IS NULL THEN PERFORM refuse('NOT_SIGNED_IN'); END IF;",
    replace: '',
    tests: ['test/trust/catalogue.test.ts', 'test/trust/hostile.test.ts'],
  },
  {
    fault: 'an administrator may suspend themselves, and the last one with it',
    file: 'migrations/code/users/require-other-user.sql',
    find: "IF p_user = current_user_id() THEN PERFORM refuse('OWN_USER'); END IF;",
    replace: '',
    tests: ['test/users/status.test.ts', 'test/contract/errors.test.ts'],
  },
]
