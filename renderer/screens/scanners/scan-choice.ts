import { z } from 'zod'
import { COLOURS, SOURCES, type ScannerSource, type ScannerView } from '../../../shared/contract/scanners.ts'

const wish = z.object({
  scannerId: z.string(),
  source: z.enum(SOURCES),
  colour: z.enum(COLOURS),
  dpi: z.number(),
})
/** What was scanned with, and how. */
export type ScanChoice = z.infer<typeof wish>

/** Enough for the smallest characters of a machine-readable zone. */
const USUAL_DPI = 300

const nearest = (dpi: number, resolutions: readonly number[]) =>
  resolutions.toSorted((a, b) => Math.abs(a - dpi) - Math.abs(b - dpi))[0] ?? USUAL_DPI

const sourceOf = ({ sources }: ScannerView, wanted: ScanChoice['source'] | undefined) =>
  sources.find(({ source }) => source === wanted) ?? sources[0]

/** What is offered of the source that is chosen; null without a scanner. */
export function offeredBy(scanner: ScannerView | undefined, choice: ScanChoice | null): ScannerSource | null {
  return scanner === undefined ? null : (sourceOf(scanner, choice?.source) ?? null)
}

/**
 * What to scan with: what was chosen last, as far as it is still possible, or else the first scanner, its first source, colour and 300 dots
 * per inch. Null without a scanner.
 */
export function possibleChoice(scanners: readonly ScannerView[], last: ScanChoice | null): ScanChoice | null {
  const scanner = scanners.find(({ id }) => id === last?.scannerId) ?? scanners[0]
  const offered = offeredBy(scanner, last)
  if (scanner === undefined || offered === null) return null
  const { source, colours, resolutions } = offered
  const [first = 'COLOUR'] = colours
  return {
    scannerId: scanner.id,
    source,
    colour: last !== null && colours.includes(last.colour) ? last.colour : first,
    dpi: nearest(last?.dpi ?? USUAL_DPI, resolutions),
  }
}

const KEY = 'corex-scan-choice'

/** What this workstation scanned with last; null where that is not known. */
export function lastChoice(): ScanChoice | null {
  try {
    return wish.parse(JSON.parse(localStorage.getItem(KEY) ?? 'null'))
  } catch {
    return null
  }
}

export function rememberChoice(choice: ScanChoice): void {
  localStorage.setItem(KEY, JSON.stringify(choice))
}
