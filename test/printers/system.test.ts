import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { renderReceiptPdf } from '../../electron/print/receipt-pdf.ts'
import { renderStatementPdf } from '../../electron/print/statement-pdf.ts'
import { drawPage } from '../../electron/studio/pages/draw-page.ts'
import type { TestPrinter } from '../double/printers.ts'
import { readPdf } from '../print/read-pdf.ts'
import { OPTIONS, statementOf } from '../print/samples.ts'
import { postingView, readerCalled } from '../support/postings.ts'

/** Printing on printers of the operating system, by the application's own code, in a real Chromium; the printers are the double's. */

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'corex-system-printers-'))
const RECEIPT = join(folder, 'receipt.pdf')
const STATEMENT = join(folder, 'statement.pdf')
const MM = 72 / 25.4
/** Dots of a millimetre that are compared, and how dark one is that has ink. */
const DOTS = 4
const INK = 232
const MOST_MS = 30_000

const SHEETS = {
  A6: [105, 148],
  A4: [210, 297],
  Letter: [215.9, 279.4],
  Roll: [80, 297],
} as const
type Sheet = keyof typeof SHEETS

const has = (printers: readonly TestPrinter[]) =>
  writeFileSync(join(folder, 'printers.json'), JSON.stringify(printers))
const printer = (name: Sheet, does: TestPrinter['does'] = 'PRINTS'): TestPrinter => ({
  name,
  displayName: `The printer with ${name}`,
  sheet: SHEETS[name],
  does,
})

let app: ElectronApplication

beforeAll(async () => {
  const posting = postingView()
  writeFileSync(RECEIPT, await renderReceiptPdf(posting, readerCalled(posting, 'Maria Petrova'), OPTIONS))
  const entries = Array.from({ length: 70 }, (_, at) => ({ side: 'CREDIT' as const, cents: BigInt(at + 1) }))
  writeFileSync(STATEMENT, await renderStatementPdf(statementOf(entries), OPTIONS))
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = join(root, 'test/double/bin')
  const args = ['test/printers/system-app', `--user-data-dir=${join(folder, 'data')}`]
  process.env['DOUBLE_PRINTERS'] = folder
  app = await _electron.launch({ cwd: root, args })
  delete process.env['DOUBLE_PRINTERS']
  await vi.waitUntil(() => app.evaluate(() => 'printing' in globalThis), { timeout: MOST_MS })
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true, force: true })
})

const print = (device: string, { pdf = RECEIPT, isLong = false, print: within = MOST_MS } = {}) =>
  app.evaluate((_, asked) => globalThis.printing.print(asked), { device, pdf, isLong, print: within })
const printed = (device: string, number: number) => join(folder, `${device} ${number}.pdf`)
const bytesOf = (file: string) => new Uint8Array(readFileSync(file))
const windows = () => app.evaluate(() => globalThis.printing.windows())

type Ink = { readonly box: readonly number[]; readonly picture: Buffer }

/** Where a page has ink, in millimetres from its top left corner (left, top, right, bottom), and the picture of that part. */
async function inkOf(pdf: string, at: number): Promise<Ink> {
  const { page } = await drawPage({ pdf: bytesOf(pdf), at })
  const width = Math.round((page.width / MM) * DOTS)
  const small = sharp(await sharp(page.png).resize({ width }).png().toBuffer()).greyscale()
  const { data, info } = await small.clone().raw().toBuffer({ resolveWithObject: true })
  const columns = new Set<number>()
  const rows = new Set<number>()
  for (const [dot, value] of data.entries()) {
    if (value >= INK) continue
    columns.add(dot % info.width)
    rows.add(Math.floor(dot / info.width))
  }
  const [left, right] = [Math.min(...columns), Math.max(...columns)]
  const [top, bottom] = [Math.min(...rows), Math.max(...rows)]
  const part = { left, top, width: right - left + 1, height: bottom - top + 1 }
  const picture = small.extract(part).resize(120, 120, { fit: 'fill' })
  return { box: [left, top, right, bottom].map((dot) => dot / DOTS), picture: await picture.raw().toBuffer() }
}

/** By how much two pictures differ in the mean. */
const differenceOf = (one: Buffer, other: Buffer) =>
  one.reduce((all, value, at) => all + Math.abs(value - (other[at] ?? 0)), 0) / one.length

/** A page of a paper is on its sheet from the top left corner on, `scale` times as large as it was meant, to half a millimetre. */
async function expectOnSheet(meant: string, sheet: string, at: number, scale = 1): Promise<void> {
  const [before, after] = [await inkOf(meant, at), await inkOf(sheet, at)]
  const off = before.box.map((mm, side) => Math.abs(mm * scale - (after.box[side] ?? 0)))
  expect(Math.max(...off)).toBeLessThan(0.5)
  // Dots between lines fall otherwise; a sheet with other words on it is far from that.
  const blank = differenceOf(before.picture, Buffer.alloc(before.picture.length, 255))
  expect(differenceOf(before.picture, after.picture) * 3).toBeLessThan(blank)
}

test.each([
  ['A6', 1],
  ['A4', 1],
  ['Letter', 1],
  ['Roll', 80 / 105],
] as const)(
  'a receipt is one sheet of the printer with %s, in its own size or as wide as the sheet',
  async (sheet, scale) => {
    has([printer(sheet)])
    expect(await print(sheet)).toEqual({ outcome: { is: 'TAKEN' }, read: 1 })
    const { sizes, text } = await readPdf(bytesOf(printed(sheet, 1)))
    expect(sizes).toHaveLength(1)
    // Chromium rounds a sheet up to whole pixels.
    for (const [side, mm] of SHEETS[sheet].entries())
      expect(Math.abs((sizes[0]?.[side] ?? 0) - mm * MM)).toBeLessThan(1.5)
    expect(text).toBe('')
    await expectOnSheet(RECEIPT, printed(sheet, 1), 0, scale)
    expect(await windows()).toBe(1)
  },
)

test.each(['A4', 'Letter', 'Roll'] as const)(
  'a statement of many pages has as many sheets with %s',
  async (sheet) => {
    has([printer(sheet)])
    expect(await print(sheet, { pdf: STATEMENT, isLong: true })).toMatchObject({ outcome: { is: 'TAKEN' } })
    const pages = (await readPdf(bytesOf(STATEMENT))).sizes.length
    expect(pages).toBeGreaterThan(1)
    expect((await readPdf(bytesOf(printed(sheet, 2)))).sizes).toHaveLength(pages)
    const [width, height] = SHEETS[sheet]
    const scale = Math.min(1, width / 210, height / 297)
    for (let at = 0; at < pages; at++) await expectOnSheet(STATEMENT, printed(sheet, 2), at, scale)
  },
)

test('the printers are those of the system, by what it calls and shows them; a name that cannot be kept is left out', async () => {
  has([printer('A4'), { ...printer('A6'), name: 'Bell\u0007' }, { ...printer('A6'), name: '' }])
  expect(await app.evaluate(() => globalThis.printing.devices())).toEqual([
    { device: 'A4', name: 'The printer with A4' },
  ])
})

test('for a printer that is not there nothing is read', async () => {
  has([printer('A4')])
  expect(await print('Elsewhere')).toEqual({ outcome: { is: 'NOT_BEGUN', because: 'GONE' }, read: 0 })
})

test.each([
  ['FAILS', 'FAILED'],
  ['CANCELS', 'CANCELLED'],
] as const)('a paper that the system does not take (%s) is told as %s', async (does, because) => {
  has([printer('A4', does)])
  expect(await print('A4')).toEqual({ outcome: { is: 'STOPPED', because }, read: 1 })
  expect(await windows()).toBe(1)
})

test('a system that does not answer is given up, and its window closed; many pages may take four times as long', async () => {
  has([printer('A4', 'HANGS')])
  const begun = performance.now()
  expect(await print('A4', { print: 400 })).toEqual({
    outcome: { is: 'STOPPED', because: 'SILENT' },
    read: 1,
  })
  const one = performance.now() - begun
  expect(await print('A4', { print: 400, isLong: true })).toMatchObject({ outcome: { because: 'SILENT' } })
  expect(performance.now() - begun - one).toBeGreaterThan(1_600)
  expect(await windows()).toBe(1)
})

test('a page that crashes is told at once', async () => {
  has([printer('A4', 'HANGS')])
  const printing = print('A4')
  await expect.poll(windows).toBe(2)
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().at(-1)?.webContents.getURL()),
    )
    .toMatch(/^app:\/\/paper\//)
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().at(-1)?.webContents.forcefullyCrashRenderer(),
  )
  expect(await printing).toEqual({ outcome: { is: 'STOPPED', because: 'FAILED' }, read: 1 })
  expect(await windows()).toBe(1)
  expect(await app.evaluate(() => globalThis.printing.logged.at(-1))).toContain('crashed')
})

const printedBefore = (device: string) =>
  readdirSync(folder).filter((file) => file.startsWith(`${device} `)).length

test('of two papers at once on one printer the first is printed first, each whole', async () => {
  has([printer('A4')])
  const before = printedBefore('A4')
  const taken = { outcome: { is: 'TAKEN' }, read: 1 }
  const both = [print('A4', { pdf: STATEMENT }), print('A4')]
  expect(await Promise.all(both)).toEqual([taken, taken])
  await expectOnSheet(STATEMENT, printed('A4', before + 1), 0)
  await expectOnSheet(RECEIPT, printed('A4', before + 2), 0)
  expect(await windows()).toBe(1)
})
