import { BackupEnded } from './backup-fault.ts'
import {
  type Chain,
  chainsIn,
  type Full,
  fullsOf,
  logIn,
  type Piece,
  piecesIn,
  readComplete,
} from './layout.ts'
import { lsnOf, segmentStart } from './lsn.ts'

/** What a restore reads: a full backup and the pieces of the log from its beginning to the wanted second. */
export type RestorePlan = {
  readonly full: Full
  readonly pieces: readonly Piece[]
  /** Up to which second the pieces reach. */
  readonly upTo: Date
  /** The newest time line that the folder knows of this bank: what is restored gets a higher one. */
  readonly newestTimeline: number
}

/** Chooses what is needed for a moment, or for the newest one. Faults: NO_BACKUP, TOO_EARLY, LOG_MISSING. */
export async function planRestore(root: string, until: Date | null, system?: string): Promise<RestorePlan> {
  const chains = await chainsIn(root, system)
  const fulls = (await Promise.all(chains.map((chain) => fullsOf(root, chain)))).flat()
  if (fulls.length === 0) throw new BackupEnded('NO_BACKUP', { folder: root })
  const usable = fulls.filter(({ finishedAt }) => until === null || new Date(finishedAt) <= until)
  const full = usable.at(-1)
  if (full === undefined) throw new BackupEnded('TOO_EARLY', { earliest: fulls[0]?.finishedAt ?? '' })
  const { system: bank, timeline } = full
  const log = await logFor(full, logIn(root, { system: bank, timeline }), until)
  return { full, ...log, newestTimeline: newestOf(chains, bank) }
}

const newestOf = (chains: readonly Chain[], bank: string): number =>
  Math.max(...chains.filter(({ system }) => system === bank).map(({ timeline }) => timeline))

async function logFor(full: Full, folder: string, until: Date | null) {
  const complete = await readComplete(folder)
  const chosen: Piece[] = []
  const start = segmentStart(lsnOf(full.startLsn))
  const reached = { to: start, at: new Date(full.startedAt) }
  const isEnough = () => until !== null && reached.at >= until && reached.to >= lsnOf(full.endLsn)
  for (const piece of await piecesIn(folder)) {
    if (isEnough() || piece.from > reached.to) break
    if (piece.to <= reached.to) continue
    chosen.push(piece)
    reached.to = piece.to
    reached.at = piece.at
  }
  const hole = await holeAfter(reached.to, folder, complete?.to ?? 0n)
  if (reached.to < lsnOf(full.endLsn) || (!isEnough() && hole))
    throw new BackupEnded('LOG_MISSING', { upTo: reached.at.toISOString() })
  const isQuiet = complete !== null && complete.to === reached.to && complete.at > reached.at
  return { pieces: chosen, upTo: isQuiet ? complete.at : reached.at }
}

/** Whether the folder knows of log beyond a place from which it does not go on. */
async function holeAfter(to: bigint, folder: string, known: bigint): Promise<boolean> {
  return known > to || (await piecesIn(folder)).some((piece) => piece.from > to)
}
/** From when to when a folder restores, for each bank in it. */
export type Restorable = {
  readonly system: string
  readonly timeline: number
  readonly from: string
  readonly upTo: string
  readonly recipients: readonly string[]
  readonly bytes: number
}

export async function restorableIn(root: string): Promise<Restorable[]> {
  const chains = await chainsIn(root)
  const found = await Promise.all(chains.map((chain) => restorableOf(root, chain)))
  return found.flatMap((one) => one ?? [])
}

async function restorableOf(root: string, chain: Chain): Promise<Restorable | null> {
  const fulls = await fullsOf(root, chain)
  const [oldest] = fulls
  const newest = fulls.at(-1)
  if (oldest === undefined || newest === undefined) return null
  const log = await reachOf(newest, logIn(root, chain))
  return {
    ...chain,
    from: oldest.finishedAt,
    upTo: log.toISOString(),
    recipients: newest.recipients,
    bytes: newest.files.base.bytes,
  }
}

/** How far the log goes on without a hole. */
async function reachOf(full: Full, folder: string): Promise<Date> {
  try {
    return (await logFor(full, folder, null)).upTo
  } catch (error) {
    if (error instanceof BackupEnded) return new Date(error.fault.details?.['upTo'] ?? full.finishedAt)
    throw error
  }
}
