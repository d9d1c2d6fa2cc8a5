import { networkInterfaces } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import multicastDns, { type MulticastDNS } from 'multicast-dns'
import type { HeardScanner } from '../moved-scanners.ts'
import { missingIn, offeredIn, type Question, SERVICES } from './offered-in.ts'
import { hear, noRecords } from './records.ts'

/** Opens what scanners are asked over; whoever opens it destroys it. */
export type OpenLines = () => readonly MulticastDNS[]

/** A computer with many virtual networks is not asked to have as many sockets. */
const MOST_NETWORKS = 16

/**
 * One for each network of this computer: the system would send a question to one network only. It listens at all addresses, because
 * Linux gives what is sent to everybody to no socket that is bound to a single one.
 */
export const linesToNetworks: OpenLines = () =>
  Object.values(networkInterfaces())
    .flatMap(
      (addresses = []) => addresses.find(({ family, internal }) => family === 'IPv4' && !internal) ?? [],
    )
    .slice(0, MOST_NETWORKS)
    .map(({ address }) => multicastDns({ interface: address, bind: '0.0.0.0' }))

/** A question may be lost, and what came may name what has to be asked for next. */
const ROUNDS = 3

/** The scanners that answer in the networks of this computer (mDNS, RFC 6762; DNS-SD, RFC 6763) within so many milliseconds. */
export async function lookAround(open: OpenLines, within: number): Promise<HeardScanner[]> {
  const lines = open()
  const records = noRecords()
  const ask = (questions: Question[]) => {
    if (questions.length > 0) for (const line of lines) line.query(questions)
  }
  for (const line of lines) {
    // A network that cannot be asked, or a port that another program has for itself, offers nothing.
    line.on('error', () => {})
    line.on('response', (packet, { address }) => hear(records, packet, address))
  }
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const known =
        round < ROUNDS - 1 ? SERVICES.map(({ type }) => ({ name: type, type: 'PTR' as const })) : []
      ask([...known, ...missingIn(records)])
      await wait(within / ROUNDS)
    }
  } finally {
    for (const line of lines) line.destroy()
  }
  return offeredIn(records)
}
