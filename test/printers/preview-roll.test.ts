import { expect, test } from 'vitest'
import { receiptContent } from '../../electron/print/receipt-content.ts'
import { receiptRoll } from '../../electron/print/roll.ts'
import { encodeRoll } from '../../electron/printers/escpos/encode-roll.ts'
import { type DrawLines, rollParts, ROLLS } from '../../electron/printers/escpos/roll-parts.ts'
import { rollPdf } from '../../electron/printers/escpos/roll-pdf.ts'
import { NASTY_STRINGS } from '../contract/nasty-strings.ts'
import { readPdf } from '../print/read-pdf.ts'
import { customerLeg, postingView, readerCalled, tillLeg } from '../support/postings.ts'
import { type ReadPart, readRoll } from '../support/read-roll.ts'

/** What is looked at is drawn from what the printer's bytes say, whatever somebody is called. */

/** Stripes by the text, so that each picture is another one, with greys that a printer does not have. */
const draw: DrawLines = async (lines, width) =>
  lines.map(({ left, right }) => ({
    width,
    height: 8,
    grey: new Uint8Array(width * 8).map((_, at) => (at * (left + right).length * 37) % 256),
  }))

const NAMES = [
  ...NASTY_STRINGS.map((text) => text.slice(0, 200)),
  'Maria Petrova',
  'Wolfeschlegelsteinhausenbergerdorff '.repeat(5),
  'W'.repeat(190),
  'ÿÀßþÞð€ÆØ×÷ £¥§½',
  'Łódź Žižkov',
  'Αθήνα София',
  'محمد بن سلمان',
  '山田 太郎',
  'a\u0301 e\u0301\u0323',
]
const AMOUNTS = ['0.01', '500.00', '9999999999999.99', '-9999999999999.99']

/** Spaces at the end are not seen, nor how the letters of an empty line would look. */
const seen = (parts: readonly ReadPart[]) =>
  parts.map((part) => {
    if (part.is === 'PICTURE') return { ...part, grey: Buffer.from(part.grey).toString('base64') }
    const text = part.text.trimEnd()
    return text === '' ? { is: 'TEXT' as const, text } : { ...part, text }
  })

const withoutSpaces = (text: string) => text.replaceAll(/\s/g, '')

const linesFor = (name: string, amount: string, columns: number) => {
  const legs = [
    tillLeg('DEBIT', amount),
    customerLeg('CREDIT', { holder: name, label: name, amount, ledgerAfter: amount }),
  ]
  const posting = postingView({
    branchName: name,
    description: name,
    legs,
    amount,
    transactionType: 'WITHDRAWAL',
  })
  const options = { timeZone: 'UTC', numberFormat: 'POINT_COMMA' as const, isCopy: amount === '0.01' }
  return receiptRoll(receiptContent(posting, readerCalled(posting, name), options), columns)
}

test.each(['80', '58'] as const)(
  'on %s mm the bytes read back are the very parts that the preview is drawn of, and no line is broken by the printer',
  async (roll) => {
    const { columns } = ROLLS[roll]
    for (const [at, name] of NAMES.entries()) {
      const amount = AMOUNTS[at % AMOUNTS.length] ?? ''
      const parts = await rollParts(linesFor(name, amount, columns), roll, draw)
      const { parts: read, feed } = readRoll(Buffer.from(encodeRoll(parts, roll)), columns)
      expect(seen(read), JSON.stringify([name, amount])).toEqual(seen(parts))
      expect(feed).toBe(4)
      const tooLong = parts.filter(
        (part) => part.is === 'TEXT' && part.text.length > (part.large ? columns / 2 : columns),
      )
      expect(tooLong).toEqual([])
    }
  },
)

test.each(['80', '58'] as const)(
  'on %s mm each letter of the bytes stands in its own cell of the preview, bold and large as there',
  async (roll) => {
    const { columns, dots } = ROLLS[roll]
    const dot = 72 / 25.4 / 8
    for (const name of ['Maria Petrova', 'W'.repeat(190), 'ÿÀßþÞð€ÆØ', '9'.repeat(60)]) {
      const parts = await rollParts(linesFor(name, '9999999999999.99', columns), roll, draw)
      const { parts: read } = readRoll(Buffer.from(encodeRoll(parts, roll)), columns)
      const { pages, sizes, text } = await readPdf(await rollPdf(parts, 'Receipt', roll))
      const said = read.flatMap((part) => (part.is === 'TEXT' ? [part.text] : []))
      expect(withoutSpaces(text)).toBe(withoutSpaces(said.join('')))
      expect(sizes[0]?.[0]).toBe(Math.round(Number(roll) * 8 * dot))
      const left = ((Number(roll) * 8 - dots) / 2) * dot
      for (const word of pages.flat()) {
        const cell = (word.left - left) / (12 * dot)
        expect(Math.abs(cell - Math.round(cell)), word.text).toBeLessThan(0.01)
        expect(word.right).toBeLessThanOrEqual(left + dots * dot + 0.01)
      }
    }
  },
)

test('an amount that has no room beside its words stands whole on a line of its own', async () => {
  const parts = await rollParts(linesFor('Maria', '9999999999999.99', 32), '58', draw)
  const lines = parts.flatMap((part) => (part.is === 'TEXT' ? [part.text] : []))
  expect(lines.filter((line) => line.endsWith('9,999,999,999,999.99')).length).toBeGreaterThan(1)
  expect(lines.every((line) => line.length <= 32)).toBe(true)
})
