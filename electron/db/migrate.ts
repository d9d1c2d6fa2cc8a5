import { join } from 'node:path'
import type { Client } from 'pg'
import { ok } from '../../shared/result.ts'
import { withClient } from './admin.ts'
import { type CodeFile, codeHash, readCode } from './code.ts'
import type { Connection } from './connection.ts'
import { type Attempt, fault } from './fault.ts'
import {
  hashInMarker,
  type MigrationFile,
  newestCodeMarker,
  readMigrations,
  servedBy,
} from './migration-files.ts'
import { MIGRATION_LOCK } from './provision.ts'
import { runAtOnce, type Work } from './run-at-once.ts'
import { runWhileWorking } from './run-while-working.ts'
import { type AppliedMigration, compareSchema, readRecord } from './schema-state.ts'

/**
 * A transaction that needs many tables may find a deadlock with a posting: whoever finds it first gives up. It must be the posting, which
 * is sent again by itself, and not the upgrade.
 */
const PATIENCE = '30s'

/** What a run would do. `whileWorking`: people may work meanwhile, because the schema serves the application that they have. */
export type MigrationPlan = {
  readonly pending: readonly MigrationFile[]
  readonly whileWorking: boolean
  readonly oldestServed: string | null
}

/** What an upgrade of this database by this folder would run. Faults as those of `migrate`. Changes nothing. */
export const planMigration = (admin: Connection, folder: string): Promise<Attempt<MigrationPlan>> =>
  withClient(admin, async (client) => {
    const read = await readAll(client, folder)
    return read.ok ? ok(planOf(read.value)) : read
  })

/**
 * Runs what has not been run yet, and answers the names. A database of a release that this one still serves is upgraded while people work
 * (run-while-working.ts), any other one in one transaction. Whoever does it at the same moment waits. `admin` is a superuser in a
 * provisioned database; the files run as corex_owner.
 * Faults: SCHEMA_NEWER when the database knows a migration that this folder does not, SCHEMA_CHANGED when it ran one whose
 * file was different. A migration that fails throws.
 */
export async function migrate(
  admin: Connection,
  folder: string,
  say: (line: string) => void = () => {},
): Promise<Attempt<readonly string[]>> {
  const config = { application_name: 'corex migration', options: `-c deadlock_timeout=${PATIENCE}` }
  return withClient(
    admin,
    async (client) => {
      // Before the lock too, so that a program that is too old waits for nobody.
      const first = await readAll(client, folder)
      if (!first.ok) return first
      await client.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`)
      const read = await readAll(client, folder)
      return read.ok ? ok(await run(client, read.value, say)) : read
    },
    config,
  )
}

async function run(client: Client, read: Read, say: (line: string) => void): Promise<readonly string[]> {
  const { pending, whileWorking, oldestServed } = planOf(read)
  const work: Work = { pending, files: read.files, code: read.code, oldestServed, say }
  if (pending.length === 0) return []
  await (whileWorking ? runWhileWorking(client, work) : runAtOnce(client, work))
  // Running clients look at the schema again.
  await client.query('NOTIFY corex_schema')
  return pending.map(({ name }) => name)
}

type Read = {
  readonly files: readonly MigrationFile[]
  readonly code: readonly CodeFile[]
  readonly applied: readonly AppliedMigration[]
}

async function readAll(client: Client, folder: string): Promise<Attempt<Read>> {
  const files = await readMigrations(folder)
  const { applied } = await readRecord(client)
  const { state, found } = compareSchema(applied, files)
  if (state === 'newer' || state === 'served') return fault('SCHEMA_NEWER', { found })
  if (state === 'changed') return fault('SCHEMA_CHANGED', { migration: found })
  return readRecordedCode(files, folder, applied)
}

/** The code is applied only as its newest marker knows it: a file that was left out or edited since is refused by the marker's name. */
async function readRecordedCode(
  files: readonly MigrationFile[],
  folder: string,
  applied: readonly AppliedMigration[],
): Promise<Attempt<Read>> {
  const name = newestCodeMarker(files.map((file) => file.name))
  const marker = files.find((file) => file.name === name)
  if (marker === undefined) return ok({ files, code: [], applied })
  const code = await readCode(join(folder, 'code'))
  return codeHash(code) === hashInMarker(marker.text)
    ? ok({ files, code, applied })
    : fault('SCHEMA_CHANGED', { migration: marker.name })
}

function planOf({ files, applied }: Read): MigrationPlan {
  const names = new Set(applied.map(({ name }) => name))
  const pending = files.filter(({ name }) => !names.has(name))
  const marker = newestCodeMarker(files.map(({ name }) => name))
  const oldestServed = servedBy(files.find(({ name }) => name === marker)?.text ?? '') ?? marker ?? null
  const newest = pending.at(-1)?.name
  return { pending, whileWorking: names.has(oldestServed ?? '') && newest === marker, oldestServed }
}
