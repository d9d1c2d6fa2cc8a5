import { BlockList, isIPv6 } from 'node:net'
import type { OfferedScanner } from '../../../shared/contract/scanners.ts'
import { addressesOf } from '../escl/address.ts'
import { plainUuid } from '../escl/capabilities.ts'
import type { HeardScanner } from '../moved-scanners.ts'
import type { Records } from './records.ts'

/** Scanners that speak eSCL, the encrypted ones first: of one that is offered both ways the first counts. */
export const SERVICES = [
  { type: '_uscans._tcp.local', scheme: 'https' },
  { type: '_uscan._tcp.local', scheme: 'http' },
] as const

/** Of a text that anybody may have sent, in characters. */
const LONGEST = 100
const MOST_OFFERED = 50

/** Where no scanner of the network is: this computer itself, everybody, and what is only an address together with an interface. */
const nowhere = new BlockList()
nowhere.addSubnet('0.0.0.0', 8)
nowhere.addSubnet('127.0.0.0', 8)
nowhere.addSubnet('224.0.0.0', 3)
nowhere.addAddress('::1', 'ipv6')
nowhere.addAddress('::', 'ipv6')
nowhere.addSubnet('fe80::', 10, 'ipv6')
nowhere.addSubnet('ff00::', 8, 'ipv6')

export type Question = { readonly name: string; readonly type: 'PTR' | 'SRV' | 'TXT' | 'A' | 'AAAA' }

const instancesOf = (records: Records) =>
  SERVICES.flatMap(({ type, scheme }) =>
    [...(records.services.get(type) ?? [])].map((written) => ({
      scheme,
      key: written.toLowerCase(),
      label: written.slice(0, -type.length - 1),
    })),
  )

/** What still has to be asked for, because it did not come with the name of a service. */
export function missingIn(records: Records): Question[] {
  const { places, texts, hosts } = records
  return instancesOf(records).flatMap(({ key }): Question[] => {
    const place = places.get(key)
    return [
      ...(place === undefined ? [{ name: key, type: 'SRV' as const }] : []),
      ...(texts.has(key) ? [] : [{ name: key, type: 'TXT' as const }]),
      ...(place !== undefined && addressOf(hosts.get(place.target)) === null
        ? [
            { name: place.target, type: 'A' as const },
            { name: place.target, type: 'AAAA' as const },
          ]
        : []),
    ]
  })
}

/** The scanners that were heard of and can be asked, each once however often it is offered. */
export function offeredIn(records: Records): HeardScanner[] {
  const found = new Map<string, HeardScanner>()
  for (const { scheme, key, label } of instancesOf(records)) {
    const place = records.places.get(key)
    const host = addressOf(records.hosts.get(place?.target ?? ''))
    if (place === undefined || host === null) continue
    const text = records.texts.get(key) ?? new Map<string, string>()
    const path = pathOf(text.get('rs') ?? '')
    const [address] = addressesOf(`${scheme}://${isIPv6(host) ? `[${host}]` : host}:${place.port}/${path}`)
    if (address === undefined) continue
    // Cheap devices share a UUID; the names of services in one network differ, and one device has its own in all of its networks.
    const uuid = plainUuid(text.get('uuid') ?? '') || null
    const same = uuid === null ? `${place.target}/${path}` : `${uuid} ${label.toLowerCase()}`
    if (found.has(same) || found.size === MOST_OFFERED) continue
    const name = readable(text.get('ty') ?? '') || readable(label) || host
    found.set(same, {
      name,
      address: address.href,
      place: readable(text.get('note') ?? ''),
      sources: sourcesOf(text),
      uuid,
    })
  }
  return [...found.values()].toSorted(
    (a, b) => a.name.localeCompare(b.name) || a.address.localeCompare(b.address),
  )
}

const rank = ([address, direct]: readonly [string, boolean]) => (direct ? 0 : 2) + (isIPv6(address) ? 1 : 0)

/** Where it answered from itself, which this computer reaches, or else any; IPv4 before IPv6. */
function addressOf(addresses: ReadonlyMap<string, boolean> | undefined): string | null {
  const possible = [...(addresses ?? [])].filter(
    ([address]) => !nowhere.check(address, isIPv6(address) ? 'ipv6' : 'ipv4'),
  )
  return possible.toSorted((a, b) => rank(a) - rank(b))[0]?.[0] ?? null
}

/** The path of its resources; what is no plain path is taken for the usual one. */
function pathOf(rs: string): string {
  const path = rs.replace(/^\/+|\/+$/g, '')
  return /^[\w~/-]{1,100}$/.test(path) ? path : 'eSCL'
}

/** Without what a line of text cannot show, or would show in another order. */
const readable = (text: string) =>
  text
    .replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST)

function sourcesOf(text: ReadonlyMap<string, string>): OfferedScanner['sources'] {
  const named = (text.get('is') ?? '').toLowerCase().split(',')
  const feeder = named.includes('adf')
  return [
    ...(named.includes('platen') ? (['FLATBED'] as const) : []),
    ...(feeder ? (['FEEDER'] as const) : []),
    ...(feeder && text.get('duplex')?.toUpperCase() === 'T' ? (['DUPLEX'] as const) : []),
  ]
}
