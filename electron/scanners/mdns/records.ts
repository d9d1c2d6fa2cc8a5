import { z } from 'zod'

const ttl = z.number().default(0)
// Names are the same in small letters and in capitals (RFC 6762, 16).
const name = z.string().toLowerCase()

/** What is understood of an answer; anybody in the network may have sent it. */
const record = z.discriminatedUnion('type', [
  z.object({ type: z.literal('PTR'), name, ttl, data: z.string() }),
  z.object({
    type: z.literal('SRV'),
    name,
    ttl,
    data: z.object({ target: name, port: z.number().int().min(1).max(65_535) }),
  }),
  z.object({ type: z.literal('TXT'), name, ttl, data: z.array(z.instanceof(Uint8Array)) }),
  z.object({ type: z.literal('A'), name, ttl, data: z.ipv4() }),
  z.object({ type: z.literal('AAAA'), name, ttl, data: z.ipv6() }),
])
type DnsRecord = z.infer<typeof record>
const packet = z.object({ answers: z.array(z.unknown()), additionals: z.array(z.unknown()).default([]) })

/** More than this is nobody's network, and is not kept. */
const MOST_RECORDS = 2_000

/** What was heard, by the name that it is about. */
export type Records = {
  /** The services of a type, as they are written. */
  readonly services: Map<string, Set<string>>
  readonly places: Map<string, { readonly target: string; readonly port: number }>
  readonly texts: Map<string, ReadonlyMap<string, string>>
  /** The addresses of a host; true: it answered from there itself. */
  readonly hosts: Map<string, Map<string, boolean>>
}

export const noRecords = (): Records => ({
  services: new Map(),
  places: new Map(),
  texts: new Map(),
  hosts: new Map(),
})

/** Notes what a packet says that came from `sender`; a record without time to live is taken back (RFC 6762, 10.1). */
export function hear(records: Records, heard: unknown, sender: string): void {
  const { success, data } = packet.safeParse(heard)
  if (!success) return
  for (const each of [...data.answers, ...data.additionals]) {
    const understood = record.safeParse(each)
    if (understood.success && sizeOf(records) < MOST_RECORDS) note(records, understood.data, sender)
  }
}

const sizeOf = ({ services, places, texts, hosts }: Records) =>
  [...services.values(), ...hosts.values()].reduce((sum, { size }) => sum + size, places.size + texts.size)

function note(records: Records, said: DnsRecord, sender: string): void {
  if (said.ttl === 0) return takeBack(records, said)
  const { services, places, texts, hosts } = records
  if (said.type === 'PTR') services.set(said.name, (services.get(said.name) ?? new Set()).add(said.data))
  else if (said.type === 'SRV') places.set(said.name, said.data)
  else if (said.type === 'TXT') texts.set(said.name, readText(said.data))
  else
    hosts.set(
      said.name,
      (hosts.get(said.name) ?? new Map<string, boolean>()).set(said.data, said.data === sender),
    )
}

function takeBack({ services, places, texts, hosts }: Records, said: DnsRecord): void {
  if (said.type === 'PTR') services.get(said.name)?.delete(said.data)
  else if (said.type === 'SRV') places.delete(said.name)
  else if (said.type === 'TXT') texts.delete(said.name)
  else hosts.get(said.name)?.delete(said.data)
}

/** The pairs of a text record; the first one of a name counts (RFC 6763, 6.4). */
function readText(parts: readonly Uint8Array[]): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>()
  for (const part of parts) {
    const text = Buffer.from(part).toString('utf8')
    const at = text.indexOf('=')
    const key = text.slice(0, at).toLowerCase()
    if (at > 0 && !pairs.has(key)) pairs.set(key, text.slice(at + 1))
  }
  return pairs
}
