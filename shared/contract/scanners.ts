import { z } from 'zod'
import { page } from '../reading/page.ts'
import { command, query, toldBy } from './define.ts'
import { id, nothing, text } from './fields.ts'

/** From the glass, from the feeder, or from the feeder both sides of each sheet. */
export const SOURCES = ['FLATBED', 'FEEDER', 'DUPLEX'] as const
export const COLOURS = ['COLOUR', 'GREY'] as const

/** What a scanner can do from its glass or from its feeder. */
const scannerSource = z.object({
  source: z.enum(SOURCES),
  colours: z.array(z.enum(COLOURS)).min(1),
  /** In dots per inch, ascending; empty where the scanner names none that is of use, and decides itself. */
  resolutions: z.array(z.number().int().positive()),
})
export type ScannerSource = z.infer<typeof scannerSource>

/** A scanner that this workstation uses. */
export const scannerView = z.object({
  id,
  name: z.string(),
  /** Its eSCL address, or `sane:` and its name among the scanners of this computer. */
  address: z.string(),
  sources: z.array(scannerSource).min(1),
})
export type ScannerView = z.infer<typeof scannerView>

/** A scanner that can be added, by what it says of itself before it is asked. */
const offeredScanner = z.object({
  name: z.string(),
  address: z.string(),
  /** Where it stands; empty where it does not say. */
  place: z.string(),
  /** Empty where it does not say. */
  sources: z.array(z.enum(SOURCES)),
})
export type OfferedScanner = z.infer<typeof offeredScanner>

/** Why nothing comes of a scanner that is addressed. */
const ADDRESS_ERRORS = [
  'SCANNER_CERTIFICATE_CHANGED',
  'SCANNER_CERTIFICATE_UNKNOWN',
  'SCANNER_NOT_UNDERSTOOD',
  'SCANNER_UNREACHABLE',
] as const

/** Why a scan stops in its middle, or before its first page. */
export const STOPS = [
  'FILE_DAMAGED',
  'FILE_HAS_PASSWORD',
  'FILE_TOO_DEMANDING',
  'FILE_TOO_LARGE',
  'FILE_TOO_MANY_PAGES',
  'FILE_TOO_MANY_PIXELS',
  'FILE_TYPE_NOT_ALLOWED',
  'SCANNER_BUSY',
  'SCANNER_COVER_OPEN',
  'SCANNER_FAILED',
  'SCANNER_GONE',
  'SCANNER_JAMMED',
  'SCANNER_NO_DOCUMENT',
] as const
export type Stop = (typeof STOPS)[number]

export const scanners = {
  /** The scanners of this workstation, by name. */
  'scanners.list': query({
    input: nothing,
    output: z.object({ scanners: z.array(scannerView) }),
    roles: ['TELLER', 'SUPERVISOR'],
    errors: [],
  }),
  /**
   * Scanners that can be added and are not known yet: those that answer in the networks of this computer within a few seconds, or those
   * that its drivers know. A known one that answers at another address is kept there, and not offered.
   */
  'scanners.discover': query({
    input: z.object({ where: z.enum(['NETWORK', 'COMPUTER']) }),
    output: z.object({ found: z.array(offeredScanner) }),
    roles: ['TELLER', 'SUPERVISOR'],
    errors: [],
  }),
  /**
   * Adds a scanner by its address, when it answers there; without a scheme, first with encryption and then without. A certificate that no
   * authority vouches for is refused once by its fingerprint (SHA-256), and taken with it. One that is known by its
   * address is replaced, and so is one that has moved, by its UUID and serial number.
   */
  'scanners.add': command({
    input: z.object({ address: text(300), fingerprint: text(95).nullable() }),
    output: scannerView,
    roles: ['TELLER', 'SUPERVISOR'],
    errors: ['SCANNER_ADDRESS_INVALID', ...ADDRESS_ERRORS],
  }),
  /** Forgets a scanner; one that is not known any more is forgotten already. */
  'scanners.remove': command({
    input: z.object({ scannerId: id }),
    output: nothing,
    roles: ['TELLER', 'SUPERVISOR'],
    errors: [],
  }),
  /**
   * Scans what lies on the glass, or all that is in the feeder, and draws each page anew. What came before a stop is answered with it. `id`
   * names this call, for its progress and for cancelling it.
   */
  'scanners.scan': query({
    large: toldBy('scanners.progress', 'scanners.cancelScan'),
    input: z.object({
      id,
      scannerId: id,
      source: z.enum(SOURCES),
      colour: z.enum(COLOURS),
      /** The nearest that the scanner has is taken. */
      dpi: z.number().int().min(75).max(1200),
    }),
    output: z.object({ pages: z.array(page).min(1).max(50), stopped: z.enum(STOPS).nullable() }),
    roles: ['TELLER', 'SUPERVISOR'],
    errors: ['SCANNER_CANCELLED', 'SCANNER_NOT_FOUND', 'SCANNER_SOURCE_MISSING', ...ADDRESS_ERRORS, ...STOPS],
  }),
  /** Ends the scan of this id; the scanner is told. */
  'scanners.cancelScan': query({
    input: z.object({ id }),
    output: nothing,
    roles: ['TELLER', 'SUPERVISOR'],
    errors: [],
  }),
}
