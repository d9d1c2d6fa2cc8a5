import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CallInput, CallName, CallOutput, Envelope } from '../../shared/contract.ts'
import { createDb, createPool } from '../../electron/db/pool.ts'
import type { Workplace } from '../../electron/workplace.ts'
import { dispatch } from '../../electron/ipc/dispatch.ts'
import { wrapDocumentKey } from '../../electron/services/sessions/key-ring.ts'
import type { Person } from './branch.ts'
import { MIGRATIONS } from './cluster.ts'
import type { TestDatabase } from './database.ts'

/** A workplace as the composition root makes it, on a database of the test's own, without a window. */
export type TestWorkplace = {
  readonly workplace: Workplace
  /** What was logged: bugs show here. */
  readonly logged: string[]
  ask<N extends CallName>(name: N, input: CallInput<N>): Promise<Envelope<N>>
  /** The value of a call that is not expected to be refused. */
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>
  /** Turns this workplace to somebody's session without the quarter of a second of a real sign-in. */
  become(person: Person): void
  close(): Promise<void>
}

export function createWorkplace(
  database: TestDatabase,
  documentKey: Buffer = randomBytes(32),
): TestWorkplace {
  const logged: string[] = []
  const connection = database.workstation(1)
  const workplace: Workplace = {
    options: {
      dataFolder: join(tmpdir(), 'corex-no-embedded-server'),
      settingsFolder: join(tmpdir(), `corex-settings-${database.name}`),
      migrationsFolder: MIGRATIONS,
      secretBox: { encrypt: (text) => text, decrypt: (text) => text },
      workstationName: 'NORD-03',
      env: {},
      log: (line) => logged.push(line),
    },
    emit: () => {},
    database: {
      kind: 'server',
      connection,
      serverVersion: '18',
      onLost: () => {},
      onRegained: () => {},
      lookNow: () => {},
      close: async () => {},
    },
    fault: null,
    connected: true,
    turning: Promise.resolve(),
    front: createDb(createPool(connection, null)),
    session: null,
    locked: false,
  }
  const ask = <N extends CallName>(name: N, input: CallInput<N>) => dispatch(workplace, name, input)
  return {
    workplace,
    logged,
    ask,
    call: async (name, input) => {
      const answer = await ask(name, input)
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)} ${logged.join('\n')}`)
      return answer.value
    },
    become: ({ id, username, role, token }) => {
      workplace.locked = false
      workplace.session = {
        user: { id, username, fullName: username, role },
        db: createDb(database.pool(token)),
        documentKey,
        mustChangePassword: false,
      }
    },
    close: async () => {
      await workplace.front?.destroy()
    },
  }
}

/** Gives users that were made behind the curtain a key ring that really opens with the password. */
export async function giveKeys(database: TestDatabase, documentKey: Buffer, password: string): Promise<void> {
  const wrapped = await wrapDocumentKey(documentKey, password)
  await database.superuser.query(
    `INSERT INTO user_keys (user_id, wrapped_key) SELECT id, $1 FROM users
     ON CONFLICT (user_id) DO UPDATE SET wrapped_key = excluded.wrapped_key`,
    [wrapped],
  )
}
