import { afterAll, expect } from 'vitest'
import { approvedCustomer, booksFaults, createBranch, ensureOpenTill } from './branch.ts'
import { createTestDatabase } from './database.ts'

/**
 * A branch at work for one test file, called once at its top: an approved customer, and the teller's till with `float` in
 * it (`cash` is its account). When the file ends, the books must balance, whatever its tests did.
 */
export async function branchAtWork(float: string) {
  const database = await createTestDatabase()
  const branch = await createBranch(database)
  const customer = await approvedCustomer(database, branch)
  const cash = await ensureOpenTill(database, branch, branch.staff.teller, 0, float)
  afterAll(async () => {
    const faults = await booksFaults(database)
    await database.drop()
    expect(faults).toEqual([])
  })
  return { database, branch, customer, cash }
}

/** What the database raises when it says no by this name. */
export const refused = (constraint: string) => ({ code: 'CX000', constraint })
