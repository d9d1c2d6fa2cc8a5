import { rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Chain, chainFolder, chainsIn, type Full, fullsOf, logIn, piecesIn } from './layout.ts'
import { lsnOf, segmentStart } from './lsn.ts'

const DAY_MS = 24 * 3600_000

/**
 * Removes what no second of the last days needs any more: the newest full backup before them stays, and the log from its beginning. Of a
 * time line that ended nothing stays once all of it is older. Answers how many full backups went.
 */
export async function retain(root: string, current: Chain, keepDays: number, now: Date): Promise<number> {
  const oldest = new Date(now.getTime() - keepDays * DAY_MS)
  let gone = 0
  for (const chain of await chainsIn(root, current.system)) {
    const fulls = await fullsOf(root, chain)
    const kept = keptOf(fulls, oldest, chain.timeline === current.timeline)
    for (const full of fulls.filter((one) => !kept.includes(one))) {
      await removeFull(full)
      gone += 1
    }
    await removeLog(root, chain, kept[0])
    if (kept.length === 0 && chain.timeline !== current.timeline && fulls.length > 0)
      await rm(chainFolder(root, chain), { recursive: true })
  }
  return gone
}

function keptOf(fulls: readonly Full[], oldest: Date, isCurrent: boolean): Full[] {
  const before = fulls.filter(({ finishedAt }) => new Date(finishedAt) <= oldest)
  const after = fulls.filter((full) => !before.includes(full))
  const last = before.at(-1)
  return last === undefined || (!isCurrent && after.length === 0) ? after : [last, ...after]
}

/** First its name goes, so that half of one is never taken for a whole one. */
async function removeFull({ folder }: Full): Promise<void> {
  const draft = join(dirname(folder), `${folder.slice(dirname(folder).length + 1)}.part`)
  await rename(folder, draft)
  await rm(draft, { recursive: true })
}

async function removeLog(root: string, chain: Chain, oldest: Full | undefined): Promise<void> {
  if (oldest === undefined) return
  const needed = segmentStart(lsnOf(oldest.startLsn))
  for (const piece of await piecesIn(logIn(root, chain))) if (piece.to <= needed) await rm(piece.file)
}
