import { inject } from 'vitest'
import { TEMPLATE } from './cluster.ts'
import { createDatabaseIn, type TestDatabase as OwnDatabase } from './database-in.ts'

export type TestDatabase = OwnDatabase

/**
 * A database of one's own in the cluster of this run: the migrated template cloned, with the privileges that a clone does not inherit, and
 * with two workstations of its own. Dispose of it with `await using` or drop() in afterAll.
 */
export const createTestDatabase = (template: string = TEMPLATE): Promise<TestDatabase> =>
  createDatabaseIn(inject('cluster'), template)
