import { BackupEnded } from './backup-fault.ts'
import {
  type Chain,
  chainsIn,
  type Copy,
  differentialsOf,
  fullsOf,
  logIn,
  nameOf,
  type Piece,
  piecesIn,
  readComplete,
} from './layout.ts'
import { lsnOf, segmentStart } from './lsn.ts'

/** Where a restore begins: a full backup, and what changed up to a differential one. */
type Start = { readonly full: Copy; readonly differential: Copy | null }

/** What a restore reads: where it begins, and the pieces of the log from there to the wanted second. */
export type RestorePlan = Start & {
  readonly pieces: readonly Piece[]
  /** Up to which second the pieces reach. */
  readonly upTo: Date
  /** The newest time line that the folder knows of this bank: what is restored gets a higher one. */
  readonly newestTimeline: number
}

/** The copy from whose beginning the log is needed. */
export const newestCopy = ({ full, differential }: Start): Copy => differential ?? full

/** How many bytes of data and log a restore reads. */
export const sizeOf = ({ full, differential, pieces }: Sizes): number =>
  (full?.size ?? 0) +
  (differential?.size ?? 0) +
  pieces.reduce((sum, { to, from }) => sum + Number(to - from), 0)
type Sizes = Pick<RestorePlan, 'pieces'> & { readonly full: Copy | null; readonly differential: Copy | null }

/**
 * Chooses what is needed for a moment, or for the newest one: the newest copy before it from which the log goes on without a hole. `without` names copies and
 * pieces that turned out to be damaged. Faults: NO_BACKUP, TOO_EARLY, LOG_MISSING, BASE_MISSING.
 */
export async function planRestore(
  root: string,
  until: Date | null,
  system?: string,
  without: readonly string[] = [],
): Promise<RestorePlan> {
  const chains = await chainsIn(root, system)
  const known = await Promise.all(chains.map((chain) => startsOf(root, chain, without)))
  const starts = known.flatMap((one) => one.starts)
  const orphan = known.flatMap((one) => one.orphans).findLast((copy) => isBefore(copy, until))
  const usable = starts.filter((start) => isBefore(newestCopy(start), until))
  const newest = usable.at(-1)
  if (newest === undefined) throw nothingFor(root, starts[0], orphan)
  const { system: bank, timeline } = newest.full
  const ofChain = usable.filter(({ full }) => full.system === bank && full.timeline === timeline)
  const found = await firstWhole(ofChain, logIn(root, newest.full), until, without)
  if ('upTo' in found) {
    const newestTimeline = Math.max(...chains.flatMap((one) => (one.system === bank ? one.timeline : [])))
    return { ...found, newestTimeline }
  }
  if (orphan === undefined) throw new BackupEnded('LOG_MISSING', { upTo: found.reaches })
  throw new BackupEnded('BASE_MISSING', { file: baseOf(orphan), earlier: found.reaches })
}

const isBefore = ({ finishedAt }: Copy, until: Date | null): boolean =>
  until === null || new Date(finishedAt) <= until

function nothingFor(root: string, first: Start | undefined, orphan: Copy | undefined): BackupEnded {
  if (orphan !== undefined) return new BackupEnded('BASE_MISSING', { file: baseOf(orphan) })
  if (first === undefined) return new BackupEnded('NO_BACKUP', { folder: root })
  return new BackupEnded('TOO_EARLY', { earliest: first.full.finishedAt })
}

/** The name of the full backup on which a differential one rests. */
const baseOf = ({ since }: Copy): string => since ?? ''

/** The copies of a chain with which a restore can begin, the oldest first, and differential ones whose full backup is not there. */
async function startsOf(root: string, chain: Chain, without: readonly string[]) {
  const isGood = ({ folder }: Copy) => !without.includes(folder)
  const fulls = (await fullsOf(root, chain)).filter(isGood)
  const starts: Start[] = fulls.map((full) => ({ full, differential: null }))
  const orphans: Copy[] = []
  for (const differential of (await differentialsOf(root, chain)).filter(isGood)) {
    const full = fulls.find((one) => nameOf(one) === differential.since)
    if (full === undefined) orphans.push(differential)
    else starts.push({ full, differential })
  }
  const order = (start: Start) => newestCopy(start).finishedAt
  return { starts: starts.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)), orphans }
}

/** The newest start whose log is whole; otherwise up to which second one of them reaches, or nothing. */
async function firstWhole(
  starts: readonly Start[],
  folder: string,
  until: Date | null,
  without: readonly string[],
): Promise<Omit<RestorePlan, 'newestTimeline'> | { readonly reaches: string }> {
  const pieces = (await piecesIn(folder)).filter(({ file }) => !without.includes(file))
  const complete = await readComplete(folder)
  let reaches = ''
  for (const start of starts.toReversed()) {
    const { isWhole, isConsistent, ...log } = logFrom(newestCopy(start), pieces, complete, until)
    if (isWhole) return { ...start, ...log }
    const upTo = isConsistent ? log.upTo.toISOString() : ''
    if (upTo > reaches) reaches = upTo
  }
  return { reaches }
}

type Complete = Awaited<ReturnType<typeof readComplete>>

/** The pieces from the beginning of a copy up to a moment, as far as they go on without a hole. */
function logFrom(copy: Copy, pieces: readonly Piece[], complete: Complete, until: Date | null) {
  const end = lsnOf(copy.endLsn)
  const chosen: Piece[] = []
  const reached = { to: segmentStart(lsnOf(copy.startLsn)), at: new Date(copy.startedAt) }
  const isEnough = () => until !== null && reached.at >= until && reached.to >= end
  for (const piece of pieces) {
    if (isEnough() || piece.from > reached.to) break
    if (piece.to <= reached.to) continue
    chosen.push(piece)
    reached.to = piece.to
    reached.at = piece.at
  }
  // The folder knows of log beyond, from which it does not go on.
  const isHole = (complete?.to ?? 0n) > reached.to || pieces.some((piece) => piece.from > reached.to)
  const isConsistent = reached.to >= end
  const isQuiet = complete !== null && complete.to === reached.to && complete.at > reached.at
  return {
    pieces: chosen,
    upTo: isQuiet ? complete.at : reached.at,
    isConsistent,
    isWhole: isConsistent && (isEnough() || !isHole),
  }
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
  const { starts } = await startsOf(root, chain, [])
  const [oldest] = starts
  const newest = starts.at(-1)
  if (oldest === undefined || newest === undefined) return null
  const { full, differential } = newest
  const found = await firstWhole(starts, logIn(root, chain), null, [])
  const upTo = 'upTo' in found ? found.upTo.toISOString() : found.reaches
  return {
    ...chain,
    from: oldest.full.finishedAt,
    upTo: upTo === '' ? newestCopy(newest).finishedAt : upTo,
    recipients: full.recipients,
    bytes: full.files.base.bytes + (differential?.files.base.bytes ?? 0),
  }
}
