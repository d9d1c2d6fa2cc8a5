import { fail } from '../../../shared/errors.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { AddressError, FoundScanner } from '../scanner.ts'
import { readOptions, type SaneSource } from './device-options.ts'
import { runScanimage } from './run-scanimage.ts'

export const SANE = 'sane:'
/** What `scanimage` says about scanners has a few thousand bytes. */
const MOST_WORDS = 262_144
/** Drivers look for scanners at every port. */
const WITHIN = 30_000

export type SaneEnv = Readonly<Record<string, string | undefined>>
type Device = { readonly name: string; readonly address: string }

const say = (env: SaneEnv, args: readonly string[], signal?: AbortSignal) =>
  runScanimage(args, {
    env,
    signal: AbortSignal.any([...(signal === undefined ? [] : [signal]), AbortSignal.timeout(WITHIN)]),
    most: MOST_WORDS,
    silence: WITHIN,
  })

/** The scanners that drivers of this computer know; none where SANE is not installed. */
export async function saneDevices(env: SaneEnv): Promise<readonly Device[]> {
  if (process.platform !== 'linux') return []
  const ran = await say(env, ['--formatted-device-list=%d\t%v %m%n'])
  const lines = ran?.status === 0 ? ran.said.toString('utf8').split('\n') : []
  return lines.flatMap((line) => {
    const [device = '', name = ''] = line.split('\t')
    return device === '' ? [] : [{ name: name.trim() || device, address: `${SANE}${device}` }]
  })
}

/** What a scanner of this computer can do; null where its driver does not say. */
export async function saneSources(
  env: SaneEnv,
  device: string,
  signal?: AbortSignal,
): Promise<readonly SaneSource[] | null> {
  const ran = await say(env, [`--device-name=${device}`, '--all-options'], signal)
  return ran?.status === 0 ? readOptions(ran.said.toString('utf8')) : null
}

/** A scanner of this computer by its address. Only one that is listed: some drivers would take a file's name for a scanner. */
export async function findBySane(address: string, env: SaneEnv): Promise<Result<FoundScanner, AddressError>> {
  const device = (await saneDevices(env)).find((each) => each.address === address)
  if (device === undefined) return fail('SCANNER_UNREACHABLE', { address })
  const sources = await saneSources(env, address.slice(SANE.length))
  if (sources === null) return fail('SCANNER_NOT_UNDERSTOOD')
  return ok({
    ...device,
    fingerprint: null,
    device: null,
    sources: sources.map(({ source, colours, resolutions }) => ({ source, colours, resolutions })),
  })
}
