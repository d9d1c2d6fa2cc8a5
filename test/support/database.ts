import { inject } from 'vitest'
import { TEMPLATE } from './cluster.ts'
import { checkPasswordsCheaply } from './cheap-passwords.ts'
import { createDatabaseIn, type TestDatabase as OwnDatabase } from './database-in.ts'

export type TestDatabase = OwnDatabase

/**
 * A database of one's own in the cluster of this run: a template cloned, with the privileges that a clone does not inherit, with two
 * workstations of its own, and with passwords that cost next to nothing. Dispose of it with `await using` or drop() in afterAll.
 */
export async function createTestDatabase(template: string = TEMPLATE): Promise<TestDatabase> {
  const database = await createDatabaseIn(inject('cluster'), template)
  // The other one has them already.
  if (template === TEMPLATE) await checkPasswordsCheaply(database.superuser)
  return database
}
