import type { Archive } from '../shared/contract/archives.ts'
import { checkMore, type CheckStep, sealMore } from '../electron/archive/sealed-rows.ts'
import { asTable } from './as-table.ts'
import { type Asked, periodOf, readArchives, sealOf, stepsTo } from './archive-words.ts'
import { answer, EXIT, type ExitCode, type Surroundings } from './command.ts'
import { signedIn } from './signed-in.ts'

const MOST_MS = 1_000

/** Every year, and how it stands. */
export const listArchives = (asked: Asked, around: Surroundings): Promise<ExitCode> =>
  signedIn(asked.user, around, async (db) => {
    const archives = await readArchives(db)
    answer(around, { archives }, () =>
      asTable(['YEAR', 'STATE', 'POSTINGS', 'SEALED', 'EXPORTED', 'DIGEST'], archives.map(rowOf)),
    )
    return EXIT.done
  })

const rowOf = ({ period, state, seal }: Archive): string[] => [
  period.slice(0, 4),
  state,
  seal === null ? '' : String(seal.rows),
  seal?.sealedAt ?? '',
  seal?.exported?.at ?? '',
  seal?.digest ?? '',
]

/** Seals a year, day by day. What is done when it is stopped stays, and the next call goes on. */
export const sealYear = (asked: Asked, around: Surroundings): Promise<ExitCode> =>
  signedIn(asked.user, around, async (db) => {
    const tell = stepsTo(around)
    for (;;) {
      if (around.signal.aborted) return EXIT.stopped
      const { done, of, sealId } = await sealMore(db, periodOf(asked).period, MOST_MS)
      tell(done, of)
      if (sealId !== null) break
    }
    const seal = await sealOf(db, asked, around)
    answer(around, seal, () => [`${asked.year} is sealed: ${seal?.rows} postings, digest ${seal?.digest}`])
    return EXIT.done
  })

/** Compares every day of a sealed year with its rows; fails where one differs. */
export const checkYear = (asked: Asked, around: Surroundings): Promise<ExitCode> =>
  signedIn(asked.user, around, async (db) => {
    const seal = await sealOf(db, asked, around)
    if (seal === null) return EXIT.failed
    const tell = stepsTo(around)
    let step: CheckStep | null = null
    do {
      if (around.signal.aborted) return EXIT.stopped
      step = await checkMore(db, seal.id, step?.since ?? null, MOST_MS)
      tell(step.done, step.of)
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
