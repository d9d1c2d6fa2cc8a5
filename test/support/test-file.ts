import { DatabaseError } from 'pg'
import { afterAll, expect } from 'vitest'
import { booksFaults, type BranchOptions, createBranch, type TestBranch } from './branch.ts'
import { BRANCH_TEMPLATE } from './branch-template.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { createWorkplace, giveKeys, type TestWorkplace } from './workplace.ts'

/** SQLSTATE invalid_catalog_name. */
const NO_SUCH_DATABASE = '3D000'

type FileOptions = BranchOptions & {
  /** The file moves an open day, or writes entries on tills beside their sessions, which the check of the books names. */
  readonly tillsAreMadeUp?: true
  /** The file is about the rows of setting the branch up, which its own workstation has to have written. */
  readonly isSetUpHere?: true
}

/** A branch for one test file, called once at its top. When the file ends, its books must balance, whatever its tests did. */
export async function branchForFile(options: FileOptions = {}): Promise<TestBranch> {
  const database = await beginningWith(options)
  const branch = await createBranch(database, options)
  afterAll(async () => {
    const faults = await booksFaults(database)
    await database.drop()
    const others = faults.filter(({ fault }) => options.tillsAreMadeUp !== true || fault !== 'TILL_DIFFERS')
    expect(others).toEqual([])
  })
  return branch
}

/** A clone with the usual branch where that is wanted, and where there is one: the faults of `npm run mutants` are planted without. */
async function beginningWith(options: FileOptions): Promise<TestDatabase> {
  const { currency, numberFormat, staff, isSetUpHere } = options
  const isUsual = [currency, numberFormat, staff, isSetUpHere].every((choice) => choice === undefined)
  if (!isUsual) return createTestDatabase()
  return createTestDatabase(BRANCH_TEMPLATE).catch((error: unknown) => {
    if (error instanceof DatabaseError && error.code === NO_SUCH_DATABASE) return createTestDatabase()
    throw error
  })
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
