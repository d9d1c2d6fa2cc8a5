import { expect, test } from 'vitest'
import { baselineOf, placeLines, type PassbookLayout } from '../../electron/print/passbook-layout.ts'
import { type PassbookPage, renderPassbookPdf } from '../../electron/print/passbook-pdf.ts'
import type { PassbookLine } from '../../shared/contract/passbooks.ts'
import { deposit, openPassbook, printInto } from '../support/passbooks.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { readPdf } from './read-pdf.ts'

/** Where the lines of a passbook stand on the page, to a tenth of a millimetre. */

const workplace = await workplaceForFile()

const LAYOUT: PassbookLayout = {
  width: 145,
  height: 180,
  firstLine: 22,
  lineSpacing: 5,
  foldAfter: 12,
  foldGap: 30,
  edges: [5, 25, 70, 94, 118, 141],
}

const mm = (points: number) => Math.round((points / 72) * 254) / 10

const line = (number: number, changes: Partial<PassbookLine> = {}): PassbookLine => ({
  line: number,
  date: '2026-11-26',
  kind: 'DEPOSIT',
  reference: `T261126-${String(number).padStart(6, '0')}`,
  side: 'CREDIT',
  amount: '500.00',
  balance: '1518.10',
  ...changes,
})

const page = (changes: Partial<PassbookPage>): PassbookPage => ({
  serialNumber: 'SB-004711',
  currency: 'USD',
  page: 1,
  startLine: 1,
  lines: [],
  layout: LAYOUT,
  ...changes,
})

/** Each text of the page with its left and right edge and the foot of its letters, in millimetres from the left and the top. */
async function placedOn(pdf: Uint8Array) {
  const { pages, sizes } = await readPdf(pdf)
  const height = sizes[0]?.[1] ?? 0
  const words = (pages[0] ?? []).map(({ text, left, right, baseline }) => ({
    text: text.replaceAll(/\s+/g, ' '),
    left: mm(left),
    right: mm(right),
    foot: mm(height - baseline),
  }))
  return { words, sizes, count: pages.length }
}

const rendered = async (
  changes: Partial<PassbookPage>,
  numberFormat: 'POINT_COMMA' | 'COMMA_POINT' = 'POINT_COMMA',
) => placedOn(await renderPassbookPdf(page(changes), { numberFormat }))

test('a line beneath the fold stands lower by its gap', () => {
  expect([1, 2, 12, 13, 24].map((number) => baselineOf(LAYOUT, number))).toEqual([22, 27, 77, 112, 167])
  expect([12, 13].map((number) => baselineOf({ ...LAYOUT, foldAfter: null }, number))).toEqual([77, 82])
})

test('texts begin at their column’s edge and figures end at theirs; what a column has not is not placed', () => {
  const texts = { date: '26 Nov 2026', words: 'Fee', debit: '1.00', credit: '', balance: '9.00' }
  expect(
    placeLines(LAYOUT, 12, [texts, texts]).map(({ text, x, ends, baseline }) => [text, x, ends, baseline]),
  ).toEqual([
    ['26 Nov 2026', 5, 'LEFT', 77],
    ['Fee', 25, 'LEFT', 77],
    ['1.00', 94, 'RIGHT', 77],
    ['9.00', 141, 'RIGHT', 77],
    ['26 Nov 2026', 5, 'LEFT', 112],
    ['Fee', 25, 'LEFT', 112],
    ['1.00', 94, 'RIGHT', 112],
    ['9.00', 141, 'RIGHT', 112],
  ])
})

test('the page has the size of the book, and nothing but the new lines, each where the layout says', async () => {
  const { words, sizes, count } = await rendered({
    startLine: 12,
    lines: [line(12), line(13, { kind: 'WITHDRAWAL', side: 'DEBIT', amount: '20.50', balance: '1497.60' })],
  })
  expect([count, sizes]).toEqual([1, [[Math.round((145 / 25.4) * 72), Math.round((180 / 25.4) * 72)]]])
  expect(words.map(({ text, foot }) => [text, Math.round(foot)])).toEqual([
    ['26 Nov 2026', 77],
    ['Deposit T261126-000012', 77],
    ['500.00', 77],
    ['1,518.10', 77],
    ['26 Nov 2026', 112],
    ['Withdrawal T261126-000013', 112],
    ['20.50', 112],
    ['1,497.60', 112],
  ])
  const edges = words.map(({ left, right }, n) => (n % 4 < 2 ? left : right))
  for (const [n, edge] of [5, 25, 118, 141, 5, 25, 94, 141].entries()) expect(edges[n]).toBeCloseTo(edge, 0)
})

test('a line of what was brought forward has no amount, and amounts are in the branch’s number format', async () => {
  const brought = line(1, {
    kind: 'BROUGHT_FORWARD',
    side: null,
    amount: null,
    reference: null,
    balance: '-12345.60',
  })
  const { words } = await rendered({ lines: [brought] }, 'COMMA_POINT')
  expect(words.map(({ text }) => text)).toEqual(['26 Nov 2026', 'Brought forward', '−12.345,60'])
})

test('the largest amounts are whole, each within its column', async () => {
  const amount = '9999999999999.99'
  const { words } = await rendered({ lines: [line(1, { amount, balance: `-${amount}` })] })
  const [, , credit, balance] = words
  expect([credit?.text, balance?.text]).toEqual(['9,999,999,999,999.99', '−9,999,999,999,999.99'])
  expect((credit?.left ?? 0) > 94 && (credit?.right ?? 999) <= 118.1).toBe(true)
  expect((balance?.left ?? 0) > 118 && (balance?.right ?? 999) <= 141.1).toBe(true)
})

test('what a teller prints goes on where the book ended, by the layout that the database has', async () => {
  const { accountId, passbookId } = await openPassbook(workplace, ...Array.from({ length: 13 }, () => '1.00'))
  const printed = async (before: number) => {
    const { pages } = await printInto(workplace.as('teller'), { passbookId, printed: before })
    const { words } = await placedOn(pages[0] ?? new Uint8Array())
    return words.map(({ text, foot }) => [text, Math.round(foot)] as const)
  }
  const first = await printed(0)
  expect([...new Set(first.map(([, foot]) => foot))]).toEqual([
    22, 27, 32, 37, 42, 47, 52, 57, 62, 67, 72, 77, 112,
  ])
  await deposit(workplace.branch, accountId, '1.00')
  const second = await printed(13)
  expect([second.length, second.at(-1)]).toEqual([4, ['14.00', 117]])
})
