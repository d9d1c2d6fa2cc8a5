import { type KeyObject, verify } from 'node:crypto'
import { z } from 'zod'
import { ok } from '../../shared/result.ts'
import { type Tried, updateFault } from './update-fault.ts'

/** What a channel holds beside its packages: which they are, and its signature (Ed25519, base64) over every byte of that. */
export const CHANNEL = 'channel.json'
export const SIGNATURE = 'channel.json.sig'

/** Three numbers: what installers of every system can compare. */
const VERSION = /^(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})$/

/** A name beside the channel, and no way out of its folder. */
const FILE = /^[A-Za-z0-9][A-Za-z0-9._+ -]{0,150}$/

/** 4 GB, beyond what msi and deb hold. */
const LARGEST_PACKAGE = 4_000_000_000

const packageShape = z.object({
  /** `deb`, `rpm`, `msi` or `pkg`; a later version may have others. */
  kind: z.string().regex(/^[a-z0-9]{1,16}$/),
  file: z.string().regex(FILE),
  system: z.string().max(16),
  arch: z.string().max(16),
  bytes: z.number().int().min(1).max(LARGEST_PACKAGE),
  sha512: z.string().regex(/^[0-9a-f]{128}$/),
})

/** Names that are not known are passed over: what a version publishes is read by the versions before it. */
const channelShape = z.object({
  format: z.literal(1),
  version: z.string().regex(VERSION),
  packages: z.array(packageShape).max(64),
})
export type Channel = z.output<typeof channelShape>
export type Package = Channel['packages'][number]

/** Reads a channel after its signature was found right: of what nobody signed not a byte is parsed. Faults: SIGNATURE_WRONG, CHANNEL_FAULTY. */
export function readChannel(content: Uint8Array, signature: string, key: KeyObject): Tried<Channel> {
  if (!verify(null, content, key, Buffer.from(signature, 'base64'))) return updateFault('SIGNATURE_WRONG')
  const parsed = channelShape.safeParse(parseJson(Buffer.from(content).toString('utf8')))
  if (parsed.success) return ok(parsed.data)
  return updateFault('CHANNEL_FAULTY', { part: parsed.error.issues[0]?.path.join('.') || 'JSON' })
}

/** Whether `one` is a later version than `other`. A number that is none is earlier than every other. */
export function isLater(one: string, other: string): boolean {
  const [first, second] = [numbersOf(one), numbersOf(other)]
  const at = first.findIndex((number, index) => number !== second[index])
  return at >= 0 && (first[at] ?? -1) > (second[at] ?? -1)
}

/** A package manager may add its own revision behind them. */
const numbersOf = (version: string): number[] =>
  (/^(\d+)\.(\d+)\.(\d+)/.exec(version) ?? []).slice(1).map(Number)

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
