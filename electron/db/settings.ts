import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { ok } from '../../shared/result.ts'
import type { Connection } from './connection.ts'
import type { Login } from './enrol.ts'
import { attempt, type Attempt, codeOf, fault } from './fault.ts'
import { writeWhole } from '../write-whole.ts'

/** Encrypts a secret so that only this user on this machine can decrypt it. `decrypt` throws on what it cannot read. */
export type SecretBox = {
  readonly encrypt: (text: string) => string
  readonly decrypt: (text: string) => string
  /** Whether it does, on this computer and now; absent where nobody is told. */
  readonly protects?: () => boolean
}

const login = z.strictObject({ user: z.string(), password: z.string() })
const tls = z.union([z.literal('off'), z.strictObject({ ca: z.string() })])
const identity = z.strictObject({ system: z.string(), key: z.string().nullable() })
const place = z.strictObject({ host: z.string(), port: z.number().int() })
const fileShape = z.strictObject({
  format: z.literal(1),
  /** Distinguishes two machines of the same name; chosen at random, once. */
  workstation: z.string().regex(/^[a-z0-9]{6,}$/),
  server: login
    .extend({
      ...place.shape,
      database: z.string(),
      tls,
      places: z.array(place).min(2).readonly().optional(),
    })
    .nullable(),
  /** This workstation's own logins, by the address of the database; passwords encrypted. */
  logins: z.record(z.string(), login),
  /** What each server was like when this workstation first used it, by its address. */
  identities: z.record(z.string(), identity).default({}),
  /** The highest time line on which each cluster was met, by its number: a server that was replaced comes back on an older one. */
  timelines: z.record(z.string(), z.number().int()).default({}),
  /** The password that a login is about to get, kept before it is sent, so that a lost answer locks nobody out; `code` is the hash of an enrolment's code. */
  pending: z
    .strictObject({ address: z.string(), password: z.string(), code: z.string().nullable() })
    .nullable()
    .default(null),
  /** A branch was set up in the database of this workstation: from then on only an administrator changes which one it is. */
  isSetUp: z.boolean().default(false),
})

/** The content of the settings file. Passwords in it are encrypted: see `revealLogin` and `revealServer`. */
export type Settings = z.infer<typeof fileShape>

const fileIn = (folder: string) => join(folder, 'connection.json')

/** Reads the settings; where there are none, fresh ones. Faults: SETTINGS_DAMAGED, NO_PERMISSION. */
export async function readSettings(folder: string): Promise<Attempt<Settings>> {
  const read = await attempt(() => readIfPresent(fileIn(folder)), { file: fileIn(folder) })
  if (!read.ok) return read
  if (read.value === null) return ok(freshSettings())
  const parsed = fileShape.safeParse(parseJson(read.value))
  return parsed.success ? ok(parsed.data) : fault('SETTINGS_DAMAGED', { file: fileIn(folder) })
}

const freshSettings = (): Settings => ({
  format: 1,
  workstation: randomBytes(4).toString('hex'),
  server: null,
  logins: {},
  identities: {},
  timelines: {},
  pending: null,
  isSetUp: false,
})

async function readIfPresent(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Writes the settings so that a crash leaves the old file or the new one, readable by this user alone. */
export async function writeSettings(folder: string, settings: Settings): Promise<Attempt<void>> {
  const draft = `${fileIn(folder)}.${process.pid}.new`
  const text = `${JSON.stringify(settings, null, 2)}\n`
  return attempt(() => writeWhole(fileIn(folder), text, draft), { file: fileIn(folder) })
}

export const sealLogin = (plain: Login, box: SecretBox): Login => ({
  user: plain.user,
  password: box.encrypt(plain.password),
})

/** A kept login, or null where there is none or the machine's key has changed: then a new one has to be made. */
export function revealLogin(settings: Settings, address: string, box: SecretBox): Login | null {
  const kept = settings.logins[address]
  if (kept === undefined) return null
  try {
    return { user: kept.user, password: box.decrypt(kept.password) }
  } catch {
    return null
  }
}

/** The chosen server, or null for the embedded one. SETTINGS_DAMAGED when its password cannot be read any more. */
export function revealServer(settings: Settings, folder: string, box: SecretBox): Attempt<Connection | null> {
  if (settings.server === null) return ok(null)
  try {
    return ok({ ...settings.server, password: box.decrypt(settings.server.password) })
  } catch {
    return fault('SETTINGS_DAMAGED', { file: fileIn(folder), reason: 'password' })
  }
}
