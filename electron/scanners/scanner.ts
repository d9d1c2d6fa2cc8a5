import type { COLOURS, SOURCES, ScannerSource, Stop } from '../../shared/contract/scanners.ts'
import type { Result } from '../../shared/result.ts'

/** How a person wants it scanned; `dpi` is null where the scanner decides. */
export type ScanWish = {
  readonly source: (typeof SOURCES)[number]
  readonly colour: (typeof COLOURS)[number]
  readonly dpi: number | null
}

/** Which device it says it is, wherever it answers. The serial number is empty where it has none. */
export type Device = { readonly uuid: string; readonly serial: string }

/** A scanner by its own words. */
export type FoundScanner = {
  readonly name: string
  readonly address: string
  /** SHA-256 of the certificate that a person accepted; null without one. */
  readonly fingerprint: string | null
  /** Null where it does not say. */
  readonly device: Device | null
  readonly sources: readonly ScannerSource[]
}

export type AddressError =
  | 'SCANNER_CERTIFICATE_CHANGED'
  | 'SCANNER_CERTIFICATE_UNKNOWN'
  | 'SCANNER_NOT_UNDERSTOOD'
  | 'SCANNER_UNREACHABLE'

export type ScanError = AddressError | Stop | 'SCANNER_CANCELLED' | 'SCANNER_SOURCE_MISSING'

/** Takes the bytes of a page as the scanner sent them; a refusal ends the scan. */
export type TakePage = (content: Uint8Array) => Promise<Result<void, ScanError>>

/** How long scanners are waited for, in milliseconds, and how much they may send. */
export type ScanLimits = {
  readonly connect: number
  /** For an answer that needs no paper to move. */
  readonly answer: number
  /** For a page. */
  readonly page: number
  /** A busy scanner is asked again for so long. */
  readonly busy: number
  /** Between two questions. */
  readonly pause: number
  /** For a whole scan. */
  readonly scan: number
  /** So long the networks are listened to for scanners that answer. */
  readonly discover: number
}

export const SCAN_LIMITS: ScanLimits = {
  connect: 5_000,
  answer: 15_000,
  page: 120_000,
  busy: 30_000,
  pause: 1_000,
  scan: 900_000,
  discover: 3_000,
}
