import { randomUUID } from 'node:crypto'
import { dispatch } from '../../electron/ipc/dispatch.ts'
import { openStudio } from '../../electron/studio/open-studio.ts'
import { MAX_FILE_BYTES } from '../../shared/rules/uploaded-file.ts'
import type { Cases } from '../contract/cases.ts'
import type { Behaviour } from '../support/escl-server.ts'
import { jpegPicture } from '../support/jpeg.ts'
import { ownCertificate } from '../support/own-certificate.ts'
import { pdfFile } from '../support/pdf.ts'
import { pngHeaderOf, pngPicture } from '../support/png.ts'
import { impatientTeller, withKnownScanner, withScanner, wishOf } from '../support/scanners.ts'
import type { TestWorkplace } from '../support/workplace.ts'

const add = (workplace: TestWorkplace, address: string, fingerprint: string | null = null) =>
  workplace.as('teller').ask('scanners.add', { address, fingerprint })

/** Scans with a scanner that behaves like this. */
const scan = (workplace: TestWorkplace, changes: Partial<Behaviour>) =>
  withKnownScanner(workplace, changes, (scannerId) =>
    workplace.as('teller').ask('scanners.scan', wishOf(scannerId)),
  )

/** Scans one sheet, as which these bytes come. */
const scanned = (workplace: TestWorkplace, page: Uint8Array) =>
  scan(workplace, { sheets: 1, page: () => new Uint8Array(page) })

/** Scans with a scanner at an address at which another one, or none, answers meanwhile. */
async function scanAt(workplace: TestWorkplace, address: string, fingerprint: string | null = null) {
  const { id } = await workplace.state.scanners.known.keep({
    name: 'Scanner',
    address,
    fingerprint,
    device: null,
    sources: [{ source: 'FEEDER', colours: ['COLOUR'], resolutions: [300] }],
  })
  return workplace.as('teller').ask('scanners.scan', wishOf(id))
}

/** An address at which nobody listens any more. */
const nobody = () => withScanner({}, async ({ url }) => url)

const encrypted = <T>(work: (url: string) => Promise<T>) =>
  withScanner({}, ({ url }) => work(url), ownCertificate('scanner'))
const OTHER = Array(32).fill('00').join(':')

export const scannerCases = {
  'scanners.add': {
    SCANNER_ADDRESS_INVALID: (workplace) => add(workplace, 'ftp://scanner'),
    SCANNER_CERTIFICATE_CHANGED: (workplace) => encrypted((url) => add(workplace, url, OTHER)),
    SCANNER_CERTIFICATE_UNKNOWN: (workplace) => encrypted((url) => add(workplace, url)),
    SCANNER_NOT_UNDERSTOOD: (workplace) =>
      withScanner({ instead: (_, response) => Boolean(response.end('<html/>')) }, ({ url }) =>
        add(workplace, url),
      ),
    SCANNER_UNREACHABLE: async (workplace) => add(workplace, await nobody()),
  },
  'scanners.scan': {
    FILE_DAMAGED: (workplace) => scanned(workplace, jpegPicture().subarray(0, 300)),
    FILE_HAS_PASSWORD: async (workplace) => scanned(workplace, await pdfFile({ userPassword: 'secret' })),
    FILE_TOO_DEMANDING: (workplace) =>
      withKnownScanner(workplace, { sheets: 1 }, (scannerId) => {
        const ending = {
          send: () => {},
          onMessage: () => {},
          onExit: (listener: () => void) => void setImmediate(listener),
          kill: () => {},
        }
        const state = { ...workplace.as('teller').state, studio: openStudio(() => ending) }
        return dispatch(state, 'scanners.scan', wishOf(scannerId))
      }),
    FILE_TOO_LARGE: (workplace) => scanned(workplace, new Uint8Array(MAX_FILE_BYTES + 1)),
    FILE_TOO_MANY_PAGES: async (workplace) => scanned(workplace, await pdfFile({ pages: 51 })),
    FILE_TOO_MANY_PIXELS: (workplace) =>
      scanned(workplace, Buffer.concat([pngHeaderOf(20_000, 20_000), pngPicture(8, 8).subarray(33)])),
    FILE_TYPE_NOT_ALLOWED: (workplace) => scanned(workplace, Buffer.from('GIF89a')),
    SCANNER_BUSY: (workplace) =>
      withKnownScanner(workplace, { sheets: 1, busy: 1 }, (scannerId) =>
        impatientTeller(workplace, { busy: 0 }).ask('scanners.scan', wishOf(scannerId)),
      ),
    SCANNER_CANCELLED: (workplace) => {
      const id = randomUUID()
      const begun = Promise.withResolvers<void>()
      const instead: Behaviour['instead'] = ({ url = '' }) => {
        if (!url.endsWith('NextDocument')) return false
        begun.resolve()
        return true
      }
      return withKnownScanner(workplace, { sheets: 1, instead }, async (scannerId) => {
        const scanning = workplace.as('teller').ask('scanners.scan', wishOf(scannerId, { id }))
        await begun.promise
        await workplace.call('scanners.cancelScan', { id })
        return scanning
      })
    },
    SCANNER_CERTIFICATE_CHANGED: (workplace) => encrypted((url) => scanAt(workplace, url, OTHER)),
    SCANNER_CERTIFICATE_UNKNOWN: (workplace) => encrypted((url) => scanAt(workplace, url)),
    SCANNER_COVER_OPEN: (workplace) =>
      scan(workplace, { sheets: 1, stopsAt: { sheet: 1, feeder: 'ScannerAdfHatchOpen' } }),
    SCANNER_FAILED: (workplace) =>
      scan(workplace, { sheets: 1, stopsAt: { sheet: 1, feeder: 'ScannerAdfProcessing' } }),
    SCANNER_GONE: (workplace) =>
      scan(workplace, {
        sheets: 1,
        instead: ({ url = '', socket }) => url.endsWith('NextDocument') && Boolean(socket.destroy()),
      }),
    SCANNER_JAMMED: (workplace) =>
      scan(workplace, { sheets: 1, stopsAt: { sheet: 1, feeder: 'ScannerAdfJam' } }),
    SCANNER_NOT_FOUND: (workplace) => workplace.as('teller').ask('scanners.scan', wishOf(randomUUID())),
    SCANNER_NOT_UNDERSTOOD: (workplace) =>
      withScanner({ instead: (_, response) => Boolean(response.end('<html/>')) }, ({ url }) =>
        scanAt(workplace, url),
      ),
    SCANNER_NO_DOCUMENT: (workplace) => scan(workplace, {}),
    SCANNER_SOURCE_MISSING: (workplace) =>
      withScanner({}, async ({ url }) => {
        const { id } = await workplace.state.scanners.known.keep({
          name: 'Scanner without a feeder',
          address: url,
          fingerprint: null,
          device: null,
          sources: [{ source: 'FLATBED', colours: ['COLOUR'], resolutions: [300] }],
        })
        return workplace.as('teller').ask('scanners.scan', wishOf(id))
      }),
    SCANNER_UNREACHABLE: async (workplace) => scanAt(workplace, await nobody()),
  },
} satisfies Pick<Cases, 'scanners.add' | 'scanners.scan'>
