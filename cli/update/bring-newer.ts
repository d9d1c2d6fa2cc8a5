import type { KeyObject } from 'node:crypto'
import { ok } from '../../shared/result.ts'
import { type Channel, CHANNEL, isLater, type Package, readChannel, SIGNATURE } from './channel.ts'
import { fetchPackage } from './fetch-package.ts'
import { findInstalled, type Installed } from './installed.ts'
import { install } from './install.ts'
import type { Means } from './means.ts'
import { readSmall, type Source } from './read-part.ts'
import { type Tried, updateFault } from './update-fault.ts'
import { inWorkFolder } from './work-folder.ts'

/** A channel with a dozen packages has three thousand bytes, and a signature 88. */
const MOST = { channel: 100_000, signature: 1_000 }

/** For the channel and its signature together. */
const CHANNEL_MS = 120_000
/** 150 MB over the slowest line of a branch. */
const PACKAGE_MS = 3 * 3_600_000

export type Way = {
  readonly from: string
  readonly key: KeyObject
  readonly signal: AbortSignal
}

export type Look = {
  readonly installed: Installed
  readonly offered: string
  /** Null where the channel has nothing later than what is installed: not to be done, and no fault. */
  readonly wanted: (Package & { readonly kind: NonNullable<Installed['kind']> }) | null
}

const sourceOf = ({ authorities, silenceMs }: Means, { from, signal }: Way, ms: number): Source => ({
  from,
  authorities,
  silenceMs,
  signal: AbortSignal.any([signal, AbortSignal.timeout(ms)]),
})

/** Reads what the channel offers and compares it with what is installed; changes nothing. */
export async function look(means: Means, way: Way): Promise<Tried<Look>> {
  const installed = await findInstalled(means)
  const read = await readOffer(sourceOf(means, way, CHANNEL_MS), way.key)
  if (!read.ok) return read
  const { version: offered } = read.value
  const isNeeded =
    isLater(offered, installed.version) || (!installed.isWhole && offered === installed.version)
  if (!isNeeded) return ok({ installed, offered, wanted: null })
  const { kind, how } = installed
  if (kind === null) return updateFault('NOT_A_PACKAGE', { version: offered, how })
  const { system, arch } = means
  const wanted = read.value.packages.find(
    (one) => one.kind === kind && one.system === system && one.arch === arch,
  )
  if (wanted === undefined) return updateFault('PACKAGE_NONE', { version: offered, kind, system, arch })
  return ok({ installed, offered, wanted: { ...wanted, kind } })
}

async function readOffer(source: Source, key: KeyObject): Promise<Tried<Channel>> {
  const signature = await readSmall(source, SIGNATURE, MOST.signature)
  if (!signature.ok) return isMissing(signature) ? updateFault('CHANNEL_NOT_SIGNED') : signature
  const content = await readSmall(source, CHANNEL, MOST.channel)
  return content.ok ? readChannel(content.value, signature.value.toString('latin1'), key) : content
}

const isMissing = ({ error: { details = {} } }: Extract<Tried<never>, { ok: false }>): boolean =>
  details['status'] === '404' || details['reason'] === 'ENOENT'

/** Copies the package that was found, installs it, and asks the system whether it has it now. No file stays. */
export async function bring(means: Means, way: Way, { wanted, offered }: Look): Promise<Tried<null>> {
  if (wanted === null) return ok(null)
  return inWorkFolder(means.parent, async (folder) => {
    const fetched = await fetchPackage(sourceOf(means, way, PACKAGE_MS), wanted, folder)
    if (!fetched.ok) return fetched
    // From here on it is not stopped: an installation that is cut off leaves a computer without the program.
    if (way.signal.aborted) return updateFault('STOPPED')
    const done = await install(wanted.kind, fetched.value, means.run)
    return done.ok ? check(means, offered, wanted) : done
  })
}

/** Windows and macOS say so by the installer's own exit code. */
async function check(means: Means, offered: string, { kind, file }: Package): Promise<Tried<null>> {
  if (kind !== 'deb' && kind !== 'rpm') return ok(null)
  const { version, isWhole } = await findInstalled(means)
  if (isWhole && !isLater(offered, version)) return ok(null)
  return updateFault('INSTALL_FAILED', { program: kind, file, said: `it is ${version} still` })
}
