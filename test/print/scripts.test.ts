import { expect, test } from 'vitest'
import { visualRuns } from '../../electron/print/bidi.ts'
import { createPdf } from '../../electron/print/document.ts'
import { renderReceiptPdf } from '../../electron/print/receipt-pdf.ts'
import { printable } from '../../electron/print/printable.ts'
import { INK, widthOf, wrapText } from '../../electron/print/text.ts'
import { postingView, readerCalled } from '../support/postings.ts'
import { readPdf } from './read-pdf.ts'
import { OPTIONS } from './samples.ts'

const printedRuns = (line: string) => visualRuns(line).map((run) => run.text.replaceAll('\u00a0', ' '))

// A shape that the font lacks reads back as U+0000, so a name that reads back whole was drawn whole.
test.each([
  'Мария Петрова-Ђорђевић',
  'Γιώργος Παπαδόπουλος',
  'Nguyễn Thị Ánh Đào',
  'Şükrü Çağlayangil',
  'Łukasz Žižka Ørsted Þór',
  'Հայկ Մանուկյան',
  'გიორგი',
])('%s is no row of boxes', async (name) => {
  const { text } = await readPdf(
    await renderReceiptPdf(postingView(), readerCalled(postingView(), name), OPTIONS),
  )
  expect(text).toContain(name)
  expect(text).not.toContain('\0')
})

test.each(['محمد', 'گلناز', 'דוד'])('%s is drawn with shapes of its own script', async (name) => {
  const { text } = await readPdf(
    await renderReceiptPdf(postingView(), readerCalled(postingView(), name), OPTIONS),
  )
  expect(text.normalize('NFKC')).toContain(name)
  expect(text).not.toContain('\0')
})

test('the words of a right-to-left name stand from right to left', async () => {
  const { pages } = await readPdf(
    await renderReceiptPdf(postingView(), readerCalled(postingView(), 'דוד כהן'), OPTIONS),
  )
  // Hebrew has no joined shapes: the reader turns the line back, so it reads as it was written.
  expect(pages[0]?.some((word) => word.text.replaceAll('\u00a0', ' ') === 'דוד כהן')).toBe(true)
})

test('left-to-right text is left alone', () => {
  expect(printedRuns('Rent (Ж) 1,204.50')).toEqual(['Rent (Ж) 1,204.50'])
})

test('a line that begins in a right-to-left script runs from right to left', () => {
  expect(printedRuns('דוד Smith 3')).toEqual(['Smith 3', 'דוד '])
})

test('numbers inside right-to-left text keep their order and their separators', () => {
  expect(printedRuns('שכר 1,204.50 אגורות')).toEqual([' אגורות', '1,204.50', 'שכר '])
})

test('brackets of right-to-left text stay around their content', () => {
  expect(printedRuns('Rent: כהן (דוד 3)')).toEqual(['Rent: ', '(', '3', 'כהן )דוד '])
})

test('text that would change the order or the shape of other text is removed', () => {
  expect(printable('12\u202e05\u202c\u0007 a\r\n\tb\ufeff')).toBe('1205 a b')
  expect(printable('e\u0301')).toBe('é')
})

test('folding loses nothing but spaces, and cuts visibly when it must', () => {
  const pdf = createPdf('A4', 'Folding', new Date(0))
  const style = { font: 'regular', size: 8, color: INK } as const
  const words =
    'Оплата по договору 1204/2026 за наём помещения и ещё однословиебезпробеловкотороеникуданевлезет'
  const lines = wrapText(pdf, words, 90, style, 20)
  expect(lines.join('').replaceAll(' ', '')).toBe(words.replaceAll(' ', ''))
  for (const line of lines) expect(widthOf(pdf, line, style)).toBeLessThanOrEqual(90)
  const short = wrapText(pdf, words, 90, style, 2)
  expect(short).toHaveLength(2)
  expect(short[1]).toMatch(/…$/)
  expect(wrapText(pdf, '   ', 90, style, 2)).toEqual([])
})
