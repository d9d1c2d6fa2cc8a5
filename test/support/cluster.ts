import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import type { Connection } from '../../electron/db/connection.ts'
import { startEmbedded } from '../../electron/db/embedded/start.ts'
import { migrate } from '../../electron/db/migrate.ts'
import { provision } from '../../electron/db/provision.ts'
// Chosen here for all files of the run.
import './in-memory.ts'
import './zone.ts'

export const TEMPLATE = 'corex_template'
export const MIGRATIONS = join(import.meta.dirname, '../../migrations')

declare module 'vitest' {
  interface ProvidedContext {
    /** The superuser's connection to the template database of this run's cluster. */
    cluster: Connection
  }
}

/** One cluster for the whole run, with the real provisioning and migrations in a template that each test file clones. */
export default async function setup(project: TestProject) {
  const { admin, stop } = await startTestCluster()
  project.provide('cluster', admin)
  return stop
}

/** A cluster with the migrated template, fast and not durable, and the superuser's connection to it. */
export async function startTestCluster(): Promise<{ admin: Connection; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'corex-test-'))
  // Root's server runs as a system user, which has to get through to its data.
  await chmod(folder, 0o711)
  const unsafe = { fsync: 'off', synchronous_commit: 'on', full_page_writes: 'off' }
  const started = await startEmbedded({
    dataFolder: join(folder, 'data'),
    log: console.log,
    settings: unsafe,
  })
  if (!started.ok) throw new Error(`The test cluster did not start: ${JSON.stringify(started.error)}`)
  const { host, port, tls, superuser, stop } = started.value
  const teardown = async () => {
    await stop()
    await rm(folder, { recursive: true })
  }
  const admin: Connection = { host, port, ...superuser, database: TEMPLATE, tls }
  try {
    await provision(admin, TEMPLATE, MIGRATIONS)
    const migrated = await migrate(admin, MIGRATIONS)
    if (!migrated.ok) throw new Error(`The template was not migrated: ${JSON.stringify(migrated.error)}`)
  } catch (error) {
    await teardown()
    throw error
  }
  return { admin, stop: teardown }
}
