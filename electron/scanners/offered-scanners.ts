import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { OfferedScanner } from '../../shared/contract/scanners.ts'
import type { KnownScanner } from './known-scanners.ts'
import { lookAround, type OpenLines } from './mdns/look-around.ts'
import type { HeardScanner, Moved } from './moved-scanners.ts'
import { saneDevices, type SaneEnv } from './sane/find-by-sane.ts'

/** Scanners that drivers of this computer know and this workstation does not yet. */
export async function offeredByDrivers(
  known: readonly KnownScanner[],
  env: SaneEnv,
): Promise<readonly OfferedScanner[]> {
  const devices = await saneDevices(env)
  return devices
    .filter(({ address }) => known.every((each) => each.address !== address))
    .map((device) => ({ ...device, place: '', sources: [] }))
}

/**
 * Scanners that answer in the networks of this computer, and that nobody has added, by whatever name, port or scheme. Known ones that have
 * moved are not offered again: `follow` keeps them where they are now.
 */
export async function offeredInNetworks(
  known: readonly KnownScanner[],
  open: OpenLines,
  within: number,
  follow: (heard: readonly HeardScanner[]) => Promise<readonly Moved[]>,
): Promise<readonly OfferedScanner[]> {
  const [found, places] = await Promise.all([
    lookAround(open, within),
    Promise.all(known.map(({ address }) => Promise.race([placeOf(address), wait(within, null)]))),
  ])
  const offered = await Promise.all(
    found.map(async (each) => ({ each, isKnown: places.includes(await placeOf(each.address)) })),
  )
  const unknown = offered.flatMap(({ each, isKnown }) => (isKnown ? [] : [each]))
  const moved = await follow(unknown)
  return unknown
    .filter(({ address }) => moved.every((each) => each.found.address !== address))
    .map(({ uuid: _, ...each }) => each)
}

/** Where the scanner at an address is: its IP address and its path. Null where the name is nobody's, or it is no address of a network. */
async function placeOf(address: string): Promise<string | null> {
  const url = URL.parse(address)
  if (url === null || url.host === '') return null
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const ip =
    isIP(host) === 0
      ? await lookup(host).then(
          (found) => found.address,
          () => null,
        )
      : host
  return ip === null ? null : `${ip}${url.pathname}`
}
