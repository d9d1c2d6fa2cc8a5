import { type Grey, turn } from '../grey.ts'
import { THRESHOLDS, toSearch, zonesIn } from './find/search.ts'
import { type Pyramid, pyramidOf } from './line/pyramid.ts'
import type { Network } from './network.ts'
import { readZone, type ReadZone, worthOf } from './read-zone.ts'

const MOST_ZONES = 4
/** A reading that is as sure as this needs no other try, and one that is surer than that no other threshold or turn. */
const PERFECT = { sureness: 0.9, digits: 1 } as const
const GOOD = 0.75
const USABLE = 0.6

export type MrzRead = ReadZone & {
  /** Quarter turns clockwise after which the picture stands upright. */
  readonly quarters: number
}

const isPerfect = ({ sureness, digits }: ReadZone) => sureness > PERFECT.sureness && digits === PERFECT.digits

/** The best reading of the picture as it stands. */
function readUpright(network: Network, picture: Grey, mayGoOn: () => boolean): ReadZone | null {
  const small = toSearch(picture)
  const pyramid: Pyramid = pyramidOf(picture)
  let best: ReadZone | null = null
  for (const threshold of THRESHOLDS) {
    for (const zone of zonesIn(small, threshold).slice(0, MOST_ZONES)) {
      if (!mayGoOn()) return best
      const read = readZone(network, pyramid, zone, small.scale)
      if (read !== null && (best === null || worthOf(read) > worthOf(best))) best = read
      if (best !== null && isPerfect(best)) return best
    }
    if (best !== null && best.sureness > GOOD) return best
  }
  return best
}

/** Upright, on its head, and lying on either side: the order in which people lay documents down. */
const TURNS = [0, 2, 1, 3]

/**
 * Reads the machine-readable zone (ICAO 9303: TD1, TD2 or TD3) of a photograph or scan, whichever way it lies; null where there is none.
 * `mayGoOn` is asked between two tries and ends a search that takes too long with the best so far.
 */
export function readMrz(network: Network, picture: Grey, mayGoOn: () => boolean): MrzRead | null {
  let best: MrzRead | null = null
  for (const quarters of TURNS) {
    if (!mayGoOn()) break
    const read = readUpright(network, turn(picture, quarters), mayGoOn)
    if (read !== null && (best === null || worthOf(read) > worthOf(best))) best = { ...read, quarters }
    if (best !== null && best.sureness >= USABLE && best.digits > 0.5) break
  }
  return best
}
