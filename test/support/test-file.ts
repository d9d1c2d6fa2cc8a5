import { afterAll, expect } from 'vitest'
import { booksFaults, type BranchOptions, createBranch, type TestBranch } from './branch.ts'
import { createTestDatabase } from './database.ts'
import { createWorkplace, giveKeys, type TestWorkplace } from './workplace.ts'

type FileOptions = BranchOptions & {
  /** The file moves an open day, or writes entries on tills beside their sessions, which the check of the books names. */
  readonly tillsAreMadeUp?: true
}

/** A branch for one test file, called once at its top. When the file ends, its books must balance, whatever its tests did. */
export async function branchForFile(options: FileOptions = {}): Promise<TestBranch> {
  const database = await createTestDatabase()
  const branch = await createBranch(database, options)
  afterAll(async () => {
    const faults = await booksFaults(database)
    await database.drop()
    const others = faults.filter(({ fault }) => options.tillsAreMadeUp !== true || fault !== 'TILL_DIFFERS')
    expect(others).toEqual([])
  })
  return branch
}

/** The same with a workplace, on which all of the staff can also sign in with PASSWORD. */
export async function workplaceForFile(options: FileOptions = {}): Promise<TestWorkplace> {
  const branch = await branchForFile(options)
  const { vaultKey, secret } = await giveKeys(branch.database)
  const workplace = createWorkplace(branch, vaultKey, secret)
  // Runs before the database is dropped, because hooks that were registered last run first.
  afterAll(async () => {
    await workplace.ask('sessions.signOut', {})
    await workplace.close()
  })
  return workplace
}
