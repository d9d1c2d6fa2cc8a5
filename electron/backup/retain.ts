import { rename, rm } from 'node:fs/promises'
import {
  type Chain,
  chainFolder,
  chainsIn,
  type Copy,
  differentialsOf,
  fullsOf,
  logIn,
  nameOf,
  piecesIn,
} from './layout.ts'
import { lsnOf, segmentStart } from './lsn.ts'

const DAY_MS = 24 * 3600_000

/**
 * Removes what no second of the last days needs any more: the newest full backup before them stays, and the log from its beginning, so that each differential one that
 * stays has its full one, and a damaged one loses no second. Of a time line that ended nothing stays once all of it is older. Answers how many backups went.
 */
export async function retain(root: string, current: Chain, keepDays: number, now: Date): Promise<number> {
  const oldest = new Date(now.getTime() - keepDays * DAY_MS)
  let gone = 0
  for (const chain of await chainsIn(root, current.system)) {
    const fulls = await fullsOf(root, chain)
    const differentials = await differentialsOf(root, chain)
    const isCurrent = chain.timeline === current.timeline
    const kept = keptOf(fulls, differentials, oldest, isCurrent)
    // What rests on another one goes first.
    for (const copy of [...differentials, ...fulls].filter((one) => !kept.has(one))) {
      await removeCopy(copy)
      gone += 1
    }
    await removeLog(
      root,
      chain,
      fulls.find((full) => kept.has(full)),
    )
    if (kept.size === 0 && !isCurrent && fulls.length > 0)
      await rm(chainFolder(root, chain), { recursive: true })
  }
  return gone
}

function keptOf(fulls: readonly Copy[], differentials: readonly Copy[], oldest: Date, isCurrent: boolean) {
  const isOld = ({ finishedAt }: Copy) => new Date(finishedAt) <= oldest
  if (!isCurrent && [...fulls, ...differentials].every(isOld)) return new Set<Copy>()
  const first = fulls.findLast(isOld)
  const newestOld = differentials.filter(restsOn(first)).findLast(isOld)
  const kept = new Set(differentials.filter((one) => one === newestOld || !isOld(one)))
  for (const full of fulls)
    if (full === first || !isOld(full) || [...kept].some(restsOn(full))) kept.add(full)
  return kept
}

const restsOn = (full: Copy | undefined) => (one: Copy) => full !== undefined && one.since === nameOf(full)

/** First its name goes, so that half of one is never taken for a whole one. */
async function removeCopy({ folder }: Copy): Promise<void> {
  await rename(folder, `${folder}.part`)
  await rm(`${folder}.part`, { recursive: true })
}

async function removeLog(root: string, chain: Chain, oldest: Copy | undefined): Promise<void> {
  if (oldest === undefined) return
  const needed = segmentStart(lsnOf(oldest.startLsn))
  for (const piece of await piecesIn(logIn(root, chain))) if (piece.to <= needed) await rm(piece.file)
}
