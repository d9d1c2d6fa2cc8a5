import { type Grey, turn } from '../grey.ts'
import { isRegular } from './find/regular.ts'
import { THRESHOLDS, toSearch, zonesIn } from './find/search.ts'
import { type Pyramid, pyramidOf } from './line/pyramid.ts'
import type { Network } from './network.ts'
import { readZone, worthOf } from './read-zone.ts'
import type { ReadZone } from './zone-reading.ts'

const MOST_ZONES = 3
/** A reading that is as sure as this needs no other try, and one that is usable no other way of lying. */
const PERFECT = { sureness: 0.9, digits: 1 } as const
const USABLE = { sureness: 0.6, digits: 0.5 } as const

export type MrzRead = ReadZone & {
  /** Quarter turns clockwise after which the picture stands upright. */
  readonly quarters: number
}

type Level = { readonly sureness: number; readonly digits: number }
const reaches = (read: Level | null, level: Level) =>
  read !== null && read.sureness >= level.sureness && read.digits >= level.digits

/** Upright, on its head, and lying on either side: the order in which people lay documents down. */
const TURNS = [0, 2, 1, 3]

/** The picture turned by so many quarters, as it is searched and as it is read; made when it is first needed. */
type Turned = {
  readonly quarters: number
  readonly small: ReturnType<typeof toSearch>
  readonly pyramid: Pyramid
}
function turnsOf(picture: Grey): () => Generator<Turned> {
  const made = new Map<number, Turned>()
  return function* () {
    for (const quarters of TURNS) {
      const before = made.get(quarters)
      if (before !== undefined) yield before
      else {
        const turned = turn(picture, quarters)
        const fresh = { quarters, small: toSearch(turned), pyramid: pyramidOf(turned) }
        made.set(quarters, fresh)
        yield fresh
      }
    }
  }
}

/** The better of the readings of a picture that lies one way, at one threshold, and what was read before. */
function readOneWay(
  network: Network,
  { quarters, small, pyramid }: Turned,
  threshold: (typeof THRESHOLDS)[number],
  before: MrzRead | null,
): MrzRead | null {
  let best = before
  for (const zone of zonesIn(small, threshold).filter(isRegular).slice(0, MOST_ZONES)) {
    const read = readZone(network, pyramid, zone, small.scale)
    if (read !== null && (best === null || worthOf(read) > worthOf(best))) best = { ...read, quarters }
    if (reaches(best, PERFECT)) return best
  }
  return best
}

/**
 * Reads the machine-readable zone (ICAO 9303: TD1, TD2 or TD3) of a photograph or scan, whichever way it lies; null where there is none.
 * `mayGoOn` is asked between two tries and ends a search that takes too long with the best so far.
 */
export function readMrz(network: Network, picture: Grey, mayGoOn: () => boolean): MrzRead | null {
  const turns = turnsOf(picture)
  let best: MrzRead | null = null
  for (const threshold of THRESHOLDS) {
    for (const turned of turns()) {
      if (!mayGoOn()) return best
      if (best !== null && reaches(best, USABLE) && turned.quarters !== best.quarters) continue
      best = readOneWay(network, turned, threshold, best)
      if (reaches(best, PERFECT)) return best
    }
  }
  return best
}
