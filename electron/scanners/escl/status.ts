import type { Stop } from '../../../shared/contract/scanners.ts'
import { fail } from '../../../shared/errors.ts'
import type { Failure } from '../../../shared/result.ts'
import { childrenOf, findIn, readXml, textIn } from '../../xml/xml-tree.ts'

/** What the feeder says (AdfState), where it keeps a scan from going on. */
const FEEDER_STOPS: Readonly<Record<string, Failure<Stop>>> = {
  ScannerAdfEmpty: fail('SCANNER_NO_DOCUMENT'),
  ScannerAdfJam: fail('SCANNER_JAMMED'),
  ScannerAdfMispick: fail('SCANNER_JAMMED'),
  ScannerAdfMultipickDetected: fail('SCANNER_JAMMED'),
  ScannerAdfHatchOpen: fail('SCANNER_COVER_OPEN'),
  ScannerAdfInputTrayFailed: fail('SCANNER_FAILED'),
}

export type ScannerStatus = {
  /** Idle, Processing, Testing, Stopped or Down. */
  readonly state: string
  /** What keeps the feeder from working; null where nothing does. */
  readonly feeder: Failure<Stop> | null
  /** The state of each job, by the path of its address. */
  readonly jobs: ReadonlyMap<string, string>
}

/** A job's path, which scanners also write with their own host before it, or with a slash behind. */
export const pathOf = (uri: string): string =>
  URL.parse(uri, 'http://scanner')?.pathname.replace(/\/+$/, '') ?? uri

/** How a scanner is (Mopria eSCL 2.97, ScannerStatus); null where that is not understood. */
export function readStatus(text: string): ScannerStatus | null {
  const root = readXml(text)
  if (root?.name !== 'ScannerStatus') return null
  const jobs = childrenOf(findIn(root, 'Jobs'), 'JobInfo')
  return {
    state: textIn(root, 'State'),
    feeder: FEEDER_STOPS[textIn(root, 'AdfState')] ?? null,
    jobs: new Map(jobs.map((job) => [pathOf(textIn(job, 'JobUri')), textIn(job, 'JobState')])),
  }
}
