import { randomBytes, randomUUID } from 'node:crypto'
import { approvedCustomer, createBranch, openAccount, PASSWORD, type TestBranch } from '../support/branch.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { closeTill, openTill } from '../support/posting-functions.ts'
import { createWorkplace, giveKeys, type TestWorkplace } from '../support/workplace.ts'

/** What the cases are arranged with: a branch at work, and a desk that anyone can sit down at. */
export type Bench = {
  readonly database: TestDatabase
  readonly branch: TestBranch
  readonly desk: TestWorkplace
  /** The desk with that person signed in. */
  readonly as: (who: keyof TestBranch['staff']) => TestWorkplace
  readonly customer: () => Promise<string>
  readonly account: (options?: Parameters<typeof openAccount>[3]) => Promise<string>
  /** Gives the teller an open till, or takes every till away. */
  readonly tellerTill: (open: boolean) => Promise<void>
  /** Runs with the branch's day closed, and opens it again. */
  readonly withDayClosed: <T>(work: () => Promise<T>) => Promise<T>
}

export const newId = () => randomUUID()

export async function createBench(): Promise<Bench> {
  const database = await createTestDatabase()
  const branch = await createBranch(database)
  const documentKey = randomBytes(32)
  await giveKeys(database, documentKey, PASSWORD)
  const desk = createWorkplace(database, documentKey)
  const run = (text: string, values: unknown[] = []) => database.superuser.query(text, values)

  const bench: Bench = {
    database,
    branch,
    desk,
    as: (who) => {
      desk.become(branch.staff[who])
      return desk
    },
    customer: () => approvedCustomer(database, branch),
    account: async (options) => openAccount(database, branch, await bench.customer(), options),
    tellerTill: async (open) => {
      const held = await run('SELECT FROM till_sessions WHERE user_id = $1 AND closed_at IS NULL', [
        branch.staff.teller.id,
      ])
      const isOpen = held.rowCount === 1
      if (open === isOpen) return
      const teller = database.pool(branch.staff.teller.token)
      if (open) await openTill(teller, branch.tills[0], '100')
      else await closeTill(teller, '0')
    },
    withDayClosed: async (work) => {
      await run('UPDATE business_days SET closed_at = now(), closed_by = opened_by')
      try {
        return await work()
      } finally {
        await run('UPDATE business_days SET closed_at = NULL, closed_by = NULL')
      }
    },
  }
  return bench
}

export { PASSWORD }
