import { setTimeout as pause } from 'node:timers/promises'
import type { Kysely, Transaction } from 'kysely'
import { codeOf } from './fault.ts'
import type { DB } from './tables.ts'

/** Serialisation failure and deadlock: the server undid everything and says that trying again is right. */
const RETRYABLE = ['40001', '40P01']
const ATTEMPTS = 4

/**
 * Runs `work` in one READ COMMITTED transaction: committed when it resolves, rolled back when it throws. Run again, a few
 * times, only when the server asked for it, so `work` must do nothing that a rollback does not undo.
 */
export const inTransaction = <T>(db: Kysely<DB>, work: (trx: Transaction<DB>) => Promise<T>): Promise<T> =>
  retryCollisions(() => db.transaction().setIsolationLevel('read committed').execute(work))

/** Runs `work`, and again a few times when the server undid all of it because it collided with another transaction. */
export async function retryCollisions<T>(work: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work()
    } catch (error) {
      if (tried >= ATTEMPTS || !RETRYABLE.includes(codeOf(error) ?? '')) throw error
      // Different pauses, so that two that collided do not collide again.
      await pause(Math.random() * 20 * 2 ** tried)
    }
  }
}
