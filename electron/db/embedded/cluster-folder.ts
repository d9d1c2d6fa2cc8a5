import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { ok } from '../../../shared/result.ts'
import { flushToDisk } from '../../write-whole.ts'
import { attempt, type Attempt, codeOf, fault } from '../fault.ts'
import { makeParents, type Place } from './account.ts'
import { binary, majorOf, run } from './binaries.ts'

/** The folder holds `cluster` (PostgreSQL's own) and `superuser.secret`, which only this program's user may read. */
export const clusterIn = (folder: string): string => join(folder, 'cluster')
const secretIn = (folder: string): string => join(folder, 'superuser.secret')

/** The superuser's password. Throws where this program's user may not read it. */
export const secretOf = (folder: string): string => readFileSync(secretIn(folder), 'utf8').trim()

/** initdb writes about 40 MB, and the first write-ahead segments as much again. */
const NEEDED_BYTES = 200 * 1024 * 1024

/** Makes sure that a usable cluster is there and answers its superuser's password. Never touches one that is damaged. */
export async function prepareFolder(place: Place): Promise<Attempt<string>> {
  const state = await attempt(async () => inspectFolder(place), { folder: place.folder })
  if (!state.ok) return state
  if (state.value.found === 'fault') return state.value.fault
  if (state.value.found === 'nothing') {
    const made = await attempt(() => initialise(place), { folder: place.folder })
    if (!made.ok) return made
    if (!made.value.ok) return made.value
  }
  return attempt(async () => secretOf(place.folder), { folder: place.folder })
}

type Found = { found: 'nothing' | 'cluster' } | { found: 'fault'; fault: Attempt<never> }

function inspectFolder(place: Place): Found {
  const { folder } = place
  if (!existsSync(folder) || readdirSync(folder).length === 0) return { found: 'nothing' }
  const damaged = (reason: string): Found => ({
    found: 'fault',
    fault: fault('EMBEDDED_DAMAGED', { folder, reason }),
  })
  const cluster = clusterIn(folder)
  if (!existsSync(join(cluster, 'PG_VERSION'))) return damaged('PG_VERSION is missing')
  const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (!/^\d{1,3}$/.test(version)) return damaged('PG_VERSION is not a version')
  const major = majorOf(place)
  if (Number(version) !== major) {
    const code = Number(version) > major ? 'EMBEDDED_NEWER' : 'EMBEDDED_OLDER'
    const details = { folder, found: version, supported: String(major) }
    return { found: 'fault', fault: fault(code, details) }
  }
  for (const part of ['global/pg_control', 'postgresql.conf', 'pg_hba.conf', 'base', 'pg_wal'])
    if (!existsSync(join(cluster, part))) return damaged(`${part} is missing`)
  if (!existsSync(secretIn(folder))) return damaged('superuser.secret is missing')
  return { found: 'cluster' }
}

/**
 * Initialises into a sibling and renames it, so that a crash in between never leaves half a cluster under the real name.
 * What such a crash left behind is recognised by the number of a process that has ended, holds no data, and is removed.
 */
async function initialise(place: Place): Promise<Attempt<void>> {
  const { folder, account } = place
  makeParents(folder)
  clearLeftovers(folder)
  const free = statfsSync(dirname(folder))
  if (free.bavail * free.bsize < NEEDED_BYTES) return fault('DISK_FULL', { folder })
  const draft = `${folder}.initialising-${process.pid}`
  mkdirSync(clusterIn(draft), { recursive: true })
  chmodSync(draft, 0o711)
  chmodSync(clusterIn(draft), 0o700)
  if (account !== null) chownSync(clusterIn(draft), account.uid, account.gid)
  const made = await initdb(draft, place)
  if (!made.ok) {
    rmSync(draft, { recursive: true })
    return made
  }
  moveIntoPlace(draft, folder)
  await flushToDisk(dirname(folder))
  return ok(undefined)
}

function moveIntoPlace(draft: string, folder: string): void {
  try {
    // Only ever removes an empty folder.
    if (existsSync(folder)) rmdirSync(folder)
    renameSync(draft, folder)
  } catch (error) {
    rmSync(draft, { recursive: true })
    // Another program initialised the same folder first: its cluster is used.
    if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(error) ?? '')) throw error
  }
}

function clearLeftovers(folder: string): void {
  const prefix = `${basename(folder)}.initialising-`
  for (const name of readdirSync(dirname(folder))) {
    const pid = name.startsWith(prefix) ? name.slice(prefix.length) : ''
    if (!/^\d+$/.test(pid) || isAlive(Number(pid))) continue
    rmSync(join(dirname(folder), name), { recursive: true })
  }
}

/** Whether a process of that number exists, of any user. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** pg_trgm takes from LC_CTYPE what a letter is; with plain C it would ignore all letters outside ASCII. */
const LETTERS: Partial<Record<NodeJS.Platform, string>> = { win32: 'en-US', darwin: 'en_US.UTF-8' }

const INITDB = Object.entries({
  auth: 'scram-sha-256',
  encoding: 'UTF8',
  'locale-provider': 'builtin',
  'builtin-locale': 'C.UTF-8',
  locale: 'C',
  'lc-ctype': LETTERS[process.platform] ?? 'C.UTF-8',
})
  .map(([name, value]) => `--${name}=${value}`)
  .concat('--data-checksums', '--no-instructions')

async function initdb(draft: string, place: Place): Promise<Attempt<void>> {
  const { account } = place
  const password = randomBytes(24).toString('base64url')
  writeFileSync(secretIn(draft), password, { mode: 0o600 })
  // The account cannot read our secret, so it gets its own copy, inside its own folder, for as long as initdb runs.
  const copy = `${draft}.pw`
  writeFileSync(copy, password, { mode: 0o600 })
  if (account !== null) chownSync(copy, account.uid, account.gid)
  const args = ['--pgdata', clusterIn(draft), '--username', 'postgres', '--pwfile', copy, ...INITDB]
  const { code, output } = await run(binary('initdb', place), args, account).finally(() => rmSync(copy))
  if (code === 0) return ok(undefined)
  if (/No space left on device/.test(output)) return fault('DISK_FULL', { folder: draft })
  if (/Permission denied/.test(output)) return fault('NO_PERMISSION', { folder: draft })
  return fault('EMBEDDED_START_FAILED', { step: 'initdb', output: output.slice(-600) })
}
