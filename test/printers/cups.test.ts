import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { renderPassbookPdf } from '../../electron/print/passbook-pdf.ts'
import { renderReceiptPdf } from '../../electron/print/receipt-pdf.ts'
import { openPrinters, type Printers } from '../../electron/printers/open-printers.ts'
import type { PrintLimits } from '../../electron/printers/printer.ts'
import { pdfPages } from '../../electron/studio/pages/pdf-pages.ts'
import { readPdf } from '../print/read-pdf.ts'
import { OPTIONS } from '../print/samples.ts'
import { cupsMissing, cupsServer, type CupsServer } from '../support/cups-server.ts'
import { postingView, readerCalled } from '../support/postings.ts'

/** Printing by `lp` on a real server of CUPS, whose printer cups-pdf is. */

const LIMITS: PrintLimits = { connect: 5_000, answer: 10_000, print: 10_000, look: 50 }
const WAIT = { timeout: 20_000, interval: 50 }
/** CUPS draws by itself. */
const NO_DRAWING = { lines: async () => [], pages: async () => [] }
const missing = cupsMissing()

describe.skipIf(missing !== null)(`CUPS${missing === null ? '' : ` (${missing})`}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'corex-printers-'))
  let cups: CupsServer
  let printers: Printers
  /** Takes the connection and reads nothing: a job stays under way. */
  const stuck = createServer((socket) => void socket.pause().on('error', () => {}))

  beforeAll(async () => {
    cups = await cupsServer()
    printers = openPrinters(folder, LIMITS, NO_DRAWING, cups.env, null)
    await new Promise<void>((resolve) => stuck.listen(0, '127.0.0.1', resolve))
    const { port } = stuck.address() as AddressInfo
    await cups.run('lpadmin', '-p', 'Stuck', '-E', '-v', `socket://127.0.0.1:${String(port)}/`, '-m', 'raw')
  }, 60_000)
  afterAll(async () => {
    stuck.close()
    await cups.close()
    await rm(folder, { recursive: true, force: true })
  })

  const print = async (queue: string, title: string, pdf: Uint8Array, by = printers, exact = {}) => {
    const printer = await by.known.keep({
      name: queue,
      way: { by: 'CUPS', queue },
      papers: ['RECEIPT'],
    })
    let read = 0
    const { outcome } = await by.printOn(printer, async () => {
      read += 1
      return { paper: { title, isLong: false, ...exact, roll: () => [], pdf: async () => pdf }, value: null }
    })
    return { outcome, read }
  }

  test('the queues of the computer are found', async () => {
    expect(await printers.queues()).toEqual(expect.arrayContaining(['PDF', 'Stuck', 'Jam']))
  })

  test('what is printed is the PDF, in its size and as it is drawn', async () => {
    const title = `Receipt ${String(process.pid)}`
    const pdf = await receipt()
    expect(await print('PDF', title, pdf)).toMatchObject({ outcome: { is: 'PRINTED' } })
    const paper = await cups.printed(title)
    const [width = 0, height = 0] = (await readPdf(paper)).sizes[0] ?? []
    const [drawnWidth = 0, drawnHeight = 0] = (await readPdf(pdf)).sizes[0] ?? []
    // The description of the printer rounds A6 down to whole points.
    expect([Math.abs(width - drawnWidth) <= 1, Math.abs(height - drawnHeight) <= 1]).toEqual([true, true])
    const [before, after] = [await greyOf(pdf), await greyOf(paper)]
    // Letters are drawn by two programs: their edges differ. Paper without a word on it is far from that.
    const blank = differenceOf(before, Buffer.alloc(before.length, 255))
    expect(differenceOf(before, after) * 3).toBeLessThan(blank)
  }, 60_000)

  test('a page of a passbook keeps the size of the book on a queue of other paper, and its lines their places', async () => {
    const title = `Passbook ${String(process.pid)}`
    const pdf = await passbook()
    const exactSize = { width: 145, height: 180 }
    expect(await print('PDF', title, pdf, printers, { exactSize })).toMatchObject({
      outcome: { is: 'PRINTED' },
    })
    const [before, after] = [await readPdf(pdf), await readPdf(await cups.printed(title))]
    expect(after.sizes).toEqual(before.sizes)
    // The letters are drawn by another program, which names them otherwise: where their feet and the first of them stand is the same.
    const feetIn = ({ pages }: typeof before) => [
      ...new Set(pages[0]?.map(({ baseline }) => Math.round(baseline))),
    ]
    const leftIn = ({ pages }: typeof before) => Math.round(pages[0]?.[0]?.left ?? 0)
    expect([feetIn(after), leftIn(after)]).toEqual([feetIn(before), leftIn(before)])
  }, 60_000)

  test('a queue that is stopped is sent nothing', async () => {
    await cups.run('cupsdisable', 'PDF')
    const answer = await print('PDF', 'Never', await receipt())
    await cups.run('cupsenable', 'PDF')
    expect(answer).toEqual({ outcome: { is: 'NOT_BEGUN', because: 'DISABLED' }, read: 0 })
  })

  test('a queue that takes no jobs, and one that is not there, are sent nothing', async () => {
    await cups.run('cupsreject', 'PDF')
    const refused = await print('PDF', 'Never', await receipt())
    await cups.run('cupsaccept', 'PDF')
    expect(refused).toEqual({ outcome: { is: 'NOT_BEGUN', because: 'DISABLED' }, read: 0 })
    const gone = await print('Nowhere', 'Never', await receipt())
    expect(gone).toEqual({ outcome: { is: 'NOT_BEGUN', because: 'GONE' }, read: 0 })
  })

  const isUnderWay = async () => (await cups.run('lpstat', '-o', 'Stuck')) !== ''

  test.each([
    ['CANCELLED', ['cancel', '-a', 'Stuck']],
    ['DISABLED', ['cupsdisable', 'Stuck']],
  ] as const)(
    'a job that is under way is told as %s, and nothing of it stays',
    async (because, [program, ...args]) => {
      const printing = print('Stuck', 'Stuck', await receipt())
      await vi.waitUntil(isUnderWay, WAIT)
      await cups.run(program, ...args)
      expect(await printing).toMatchObject({ outcome: { is: 'STOPPED', because } })
      await cups.run('cupsenable', 'Stuck')
      await vi.waitUntil(async () => !(await isUnderWay()), WAIT)
    },
    60_000,
  )

  test('paper that jams under a job is told, the job taken back, and nothing more is sent until it is out', async () => {
    expect(await print('Jam', 'Jam', await receipt())).toEqual({
      outcome: { is: 'STOPPED', because: 'JAMMED' },
      read: 1,
    })
    await vi.waitUntil(async () => (await cups.run('lpstat', '-o', 'Jam')) === '', WAIT)
    expect(await print('Jam', 'Never', await receipt())).toEqual({
      outcome: { is: 'NOT_BEGUN', because: 'JAMMED' },
      read: 0,
    })
  }, 60_000)

  test('one page of which CUPS says nothing is given up when one page may last no longer', async () => {
    const short = openPrinters(folder, { ...LIMITS, print: 1_000 }, NO_DRAWING, cups.env, null)
    const { outcome } = await print('Stuck', 'Stuck', await receipt(), short)
    expect(outcome).toEqual({ is: 'STOPPED', because: 'SILENT' })
    await vi.waitUntil(async () => !(await isUnderWay()), WAIT)
  })

  test('a server that has gone away is told before anything is read', async () => {
    const away = { ...cups.env, CUPS_SERVER: '127.0.0.1:1' }
    const lost = openPrinters(folder, LIMITS, NO_DRAWING, away, null)
    const printer = await lost.known.keep({
      name: 'PDF',
      way: { by: 'CUPS', queue: 'PDF' },
      papers: ['RECEIPT'],
    })
    const { outcome } = await lost.printOn(printer, () => Promise.reject(new Error('It was read')))
    expect(outcome).toEqual({ is: 'NOT_BEGUN', because: 'SILENT' })
  })
})

const receipt = () => renderReceiptPdf(postingView(), readerCalled(postingView(), 'Maria Petrova'), OPTIONS)

const passbook = () =>
  renderPassbookPdf(
    {
      serialNumber: 'SB-004711',
      currency: 'USD',
      page: 1,
      startLine: 12,
      lines: [12, 13].map((line) => ({
        line,
        date: '2026-11-26',
        kind: 'DEPOSIT',
        reference: 'T261126-000001',
        side: 'CREDIT',
        amount: '500.00',
        balance: '1518.10',
      })),
      layout: {
        width: 145,
        height: 180,
        firstLine: 22,
        lineSpacing: 5,
        foldAfter: 12,
        foldGap: 30,
        edges: [5, 25, 70, 94, 118, 141],
      },
    },
    { numberFormat: 'POINT_COMMA' },
  )

/** The first page, a byte a dot. */
async function greyOf(pdf: Uint8Array): Promise<Buffer> {
  const [page] = await pdfPages(pdf, () => {})
  return sharp(page?.jpeg).resize(100, 141, { fit: 'fill' }).greyscale().raw().toBuffer()
}

/** By how much two pictures differ in the mean, between 0 and 1. */
function differenceOf(one: Buffer, other: Buffer): number {
  const sum = one.reduce((all, value, at) => all + Math.abs(value - (other[at] ?? 0)), 0)
  return sum / one.length / 255
}
