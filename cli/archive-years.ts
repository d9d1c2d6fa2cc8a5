import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Archive } from '../shared/contract/archives.ts'
import { checkMore, type CheckStep, sealMore } from '../electron/archive/sealed-rows.ts'
import { asTable } from './as-table.ts'
import { type Asked, periodOf, readArchives, sealOf } from './archive-words.ts'
import { answer, EXIT, type ExitCode, type Surroundings } from './command.ts'
import { signedIn } from './signed-in.ts'

const MOST_MS = 1_000

/** Every year and month, and how it stands. */
export const listArchives = (asked: Asked, around: Surroundings): Promise<ExitCode> =>
  signedIn(asked.user, around, async (db) => {
    const archives = await readArchives(db)
    answer(around, { archives }, () =>
      asTable(['OF', 'PERIOD', 'STATE', 'ROWS', 'SEALED', 'EXPORTED', 'DIGEST'], archives.map(rowOf)),
    )
    return EXIT.done
  })

const rowOf = ({ kind, period, state, seal }: Archive): string[] => [
  kind,
  period.slice(0, kind === 'LEDGER' ? 4 : 7),
  state,
  seal === null ? '' : String(seal.rows),
  seal?.sealedAt ?? '',
  seal?.exported?.at ?? '',
  seal?.digest ?? '',
]

/** Seals a year, day by day. What is done when it is stopped stays, and the next call goes on. */
export const sealYear = (asked: Asked, around: Surroundings): Promise<ExitCode> =>
  signedIn(asked.user, around, async (db) => {
    for (;;) {
      if (around.signal.aborted) return EXIT.stopped
      const { done, of, sealId } = await sealMore(db, periodOf(asked), MOST_MS)
      around.progress(done, of)
      if (sealId !== null) break
    }
    const seal = await sealOf(db, asked, around)
    answer(around, seal, () => [`${asked.period} is sealed: ${seal?.rows} rows, digest ${seal?.digest}`])
    return EXIT.done
  })

/** Compares every day of a sealed year with its rows; fails where one differs. */
export const checkYear = (asked: Asked, around: Surroundings): Promise<ExitCode> =>
  signedIn(asked.user, around, async (db) => {
    const seal = await sealOf(db, asked, around)
    if (seal === null) return EXIT.failed
    let step: CheckStep | null = null
    do {
      if (around.signal.aborted) return EXIT.stopped
      step = await checkMore(db, seal.id, step?.since ?? null, MOST_MS)
      around.progress(step.done, step.of)
    } while (step.done < step.of)
    const { differing } = step
    answer(around, { good: differing.length === 0, differing }, () => [
      differing.length === 0 ? 'Every day is what was sealed.' : `${differing.length} days differ:`,
      ...differing.map(
        ({ day, branch, sealed, found }) => `${day} ${branch ?? ''}: ${sealed} sealed, ${found} found`,
      ),
    ])
    return differing.length === 0 ? EXIT.done : EXIT.failed
  })

/** Proposes that a month leaves the log; a second person approves it in the application. */
export const detachMonth = (asked: Asked, around: Surroundings): Promise<ExitCode> =>
  signedIn(asked.user, around, async (db) => {
    const seal = await sealOf(db, asked, around)
    if (seal === null) return EXIT.failed
    await sql`SELECT propose_audit_detach(${randomUUID()}, ${seal.id})`.execute(db)
    answer(around, { proposed: true }, () => ['It is proposed. A second person approves it under Approvals.'])
    return EXIT.done
  })

/** Brings a month back into the log. */
export const attachMonth = (asked: Asked, around: Surroundings): Promise<ExitCode> =>
  signedIn(asked.user, around, async (db) => {
    const seal = await sealOf(db, asked, around)
    if (seal === null) return EXIT.failed
    await sql`SELECT attach_audit_month(${seal.id})`.execute(db)
    answer(around, { attached: true }, () => [`${asked.period} is in the log again.`])
    return EXIT.done
  })
