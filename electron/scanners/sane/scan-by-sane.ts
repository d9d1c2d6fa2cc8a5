import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fail } from '../../../shared/errors.ts'
import { type Failure, ok, type Result } from '../../../shared/result.ts'
import { MAX_FILE_BYTES } from '../../../shared/rules/uploaded-file.ts'
import type { ScanError, ScanWish, TakePage } from '../scanner.ts'
import type { SaneSource } from './device-options.ts'
import { type SaneEnv, saneSources } from './find-by-sane.ts'
import { inMemory } from './memory-folder.ts'
import { runScanimage, type Scanimage } from './run-scanimage.ts'

/** SANE_Status of sane.h, as `scanimage` ends with it. */
const OF_STATUS: Readonly<Record<number, Failure<ScanError>>> = {
  3: fail('SCANNER_BUSY'),
  6: fail('SCANNER_JAMMED'),
  7: fail('SCANNER_NO_DOCUMENT'),
  8: fail('SCANNER_COVER_OPEN'),
  9: fail('SCANNER_GONE'),
}
/** The longest that a page may take: of a feeder nothing is heard before a page is whole. */
const SILENCE = 180_000
const GOOD = 0
const NO_DOCUMENTS = 7

/** Scans with a driver of this computer. Pages of the feeder pass through files in memory, since `scanimage` writes each to a file. */
export async function scanBySane(
  device: string,
  wish: ScanWish,
  takePage: TakePage,
  env: SaneEnv,
  signal: AbortSignal,
): Promise<Result<void, ScanError>> {
  const sources = await saneSources(env, device, signal)
  if (sources === null) return fail('SCANNER_UNREACHABLE', { address: device })
  const source = sources.find((each) => each.source === wish.source)
  if (source === undefined) return fail('SCANNER_SOURCE_MISSING')
  const args = argumentsOf(device, wish, source)
  if (wish.source === 'FLATBED') return fromGlass(args, takePage, env, signal)
  return (
    (await inMemory((folder) => fromFeeder(folder, args, takePage, env, signal))) ?? fail('SCANNER_FAILED')
  )
}

const argumentsOf = (device: string, { colour, dpi }: ScanWish, { option, modes }: SaneSource) => [
  `--device-name=${device}`,
  '--format=jpeg',
  ...(option === null ? [] : [`--source=${option}`]),
  ...(modes[colour] === undefined ? [] : [`--mode=${modes[colour]}`]),
  ...(dpi === null ? [] : [`--resolution=${dpi}`]),
]

async function fromGlass(args: readonly string[], takePage: TakePage, env: SaneEnv, signal: AbortSignal) {
  const ran = await runScanimage(args, { env, signal, most: MAX_FILE_BYTES, silence: SILENCE })
  if (ran?.isTooMuch === true) return tooLarge()
  if (ran?.status !== GOOD) return failed(ran)
  return takePage(new Uint8Array(ran.said))
}

const failed = (ran: Scanimage | null): Failure<ScanError> =>
  ran?.isSilent === true ? fail('SCANNER_GONE') : (OF_STATUS[ran?.status ?? -1] ?? fail('SCANNER_FAILED'))

const tooLarge = () => fail('FILE_TOO_LARGE', { megabytes: String(MAX_FILE_BYTES / 2 ** 20) })

async function fromFeeder(
  folder: string,
  args: readonly string[],
  takePage: TakePage,
  env: SaneEnv,
  cancelled: AbortSignal,
): Promise<Result<void, ScanError>> {
  const refused = new AbortController()
  let line = ''
  let taken = 0
  let last: Promise<Result<void, ScanError>> = Promise.resolve(ok(undefined))
  const take = async (file: string): Promise<Result<void, ScanError>> => {
    const before = await last
    if (!before.ok) return before
    const page = await readPage(join(folder, file))
    const kept = page.ok ? await takePage(page.value) : page
    if (kept.ok) taken += 1
    else refused.abort()
    return kept
  }
  const onSaid = (part: Buffer) => {
    const lines = `${line}${part.toString('utf8')}`.split('\n')
    line = lines.pop() ?? ''
    for (const said of lines) {
      const [file] = /page-\d+\.jpg$/.exec(said.trim()) ?? []
      if (file !== undefined) last = take(file)
    }
  }
  const batch = [...args, `--batch=${join(folder, 'page-%d.jpg')}`, '--batch-print']
  const signal = AbortSignal.any([cancelled, refused.signal])
  const ran = await runScanimage(batch, { env, signal, most: MAX_FILE_BYTES, silence: SILENCE, onSaid })
  const kept = await last
  if (!kept.ok) return kept
  const isEmptied = ran?.status === GOOD || ran?.status === NO_DOCUMENTS
  if (!isEmptied) return failed(ran)
  return taken === 0 ? fail('SCANNER_NO_DOCUMENT') : ok(undefined)
}

async function readPage(file: string): Promise<Result<Uint8Array, ScanError>> {
  const { size } = await stat(file)
  if (size === 0) return fail('SCANNER_FAILED')
  if (size > MAX_FILE_BYTES) return tooLarge()
  const content = await readFile(file)
  await rm(file)
  return ok(new Uint8Array(content))
}
