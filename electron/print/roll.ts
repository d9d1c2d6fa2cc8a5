import { printable } from './printable.ts'
import type { ReceiptContent } from './receipt-content.ts'

/** One line on a roll: what begins at its left edge, and what ends at its right one. */
export type RollLine = {
  readonly left: string
  readonly right: string
  readonly bold: boolean
  /** Twice as wide and high: it has half of the columns. */
  readonly large: boolean
}

const line = (left: string, changes: Partial<RollLine> = {}): RollLine => ({
  left,
  right: '',
  bold: false,
  large: false,
  ...changes,
})

// Signs that every printer has, for those that only typography tells apart: none of them is a letter.
const PLAIN: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '‑': '-',
  '…': '...',
  '\u00a0': ' ',
  '\u202f': ' ',
}
const plain = (text: string) => text.replace(/[’‘“”–—‑…\u00a0\u202f]/gu, (sign) => PLAIN[sign] ?? sign)

/** Without control characters, so that no name can say anything to a printer, and without what changes the order of others. */
export const rollText = (text: string): string => printable(plain(text))

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
const LETTERS = new Intl.Segmenter('en')
const segmentsOf = (text: string) => Array.from(LETTERS.segment(text), ({ segment }) => segment)

/** How many columns a text takes: a letter with its accents one, a sign of Chinese, Japanese or Korean two. */
export const columnsOf = (text: string): number =>
  segmentsOf(text).reduce((width, letter) => width + (WIDE.test(letter) ? 2 : 1), 0)

/** The letters from the beginning that fit, and at least one, so that wrapping always goes on. */
function fitting(letters: readonly string[], columns: number): number {
  let width = 0
  const tooFar = letters.findIndex((letter) => {
    width += columnsOf(letter)
    return width > columns
  })
  return tooFar === -1 ? letters.length : Math.max(1, tooFar)
}

/** Lines of at most so many columns, broken at spaces, and inside a word that is longer. Nothing is left out: a roll is long. */
function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  let letters = segmentsOf(rollText(text))
  while (letters.length > 0) {
    const fits = fitting(letters, columns)
    const space = fits < letters.length && letters[fits] !== ' ' ? letters.lastIndexOf(' ', fits) : fits
    const end = space > 0 ? space : fits
    lines.push(letters.slice(0, end).join('').trimEnd())
    letters = letters.slice(end)
    while (letters[0] === ' ') letters = letters.slice(1)
  }
  return lines
}

const padded = (text: string, columns: number) => text + ' '.repeat(Math.max(0, columns - columnsOf(text)))

/** A label at the left, and its value beside it. */
function factLines(label: string, value: string, columns: number): RollLine[] {
  const indent = columns < 40 ? 15 : 16
  return wrap(value, columns - indent).map((text, at) =>
    line(padded(at === 0 ? rollText(label) : '', indent) + text),
  )
}

/** Words at the left, broken into as many lines as they need, and an amount at the right of the first. */
function amountLines(words: string, amount: string, columns: number): RollLine[] {
  const right = rollText(amount)
  const [first = '', ...more] = wrap(words, Math.max(8, columns - columnsOf(right) - 1))
  return [line(first, { right }), ...more.map((text) => line(text))]
}

/** A receipt on a roll of so many columns: what the PDF says, in the same order. */
export function receiptRoll(content: ReceiptContent, columns: number): RollLine[] {
  const rule = line('-'.repeat(columns))
  const bold = (text: string) => wrap(text, columns).map((each) => line(each, { bold: true }))
  const large = (text: string) =>
    wrap(text, columns >> 1).map((each) => line(each, { bold: true, large: true }))
  return [
    ...(content.isCopy ? large('COPY') : []),
    ...bold(content.branch),
    ...(content.address === null ? [] : wrap(content.address, columns).map((text) => line(text))),
    ...large(content.title),
    ...(content.notDone === null ? [] : bold(content.notDone)),
    ...large(`${content.amount} ${content.currency}`),
    rule,
    ...content.facts.flatMap(({ label, value }) => factLines(label, value, columns)),
    rule,
    ...content.legs.flatMap(({ side, account, amount, holder }) => [
      ...amountLines(`${side} ${account}`, amount, columns),
      ...(holder === null ? [] : wrap(holder, columns - 2).map((text) => line(`  ${text}`))),
    ]),
    rule,
    ...content.balances.flatMap(({ word, account, amount }) =>
      amountLines(`${word} ${account}`, amount, columns),
    ),
    ...(content.signature === null
      ? []
      : [line(''), line(''), rule, ...wrap(content.signature, columns).map((text) => line(text))]),
  ]
}

/** The paper of a test: who prints on it, and characters of several scripts. */
export function testRoll(printer: string, about: readonly string[], columns: number): RollLine[] {
  const words = (text: string) => wrap(text, columns).map((each) => line(each))
  return [
    ...wrap('Test page', columns >> 1).map((text) => line(text, { bold: true, large: true })),
    ...words(printer),
    line('-'.repeat(columns)),
    ...about.flatMap(words),
    line('-'.repeat(columns)),
    line(Array.from({ length: columns }, (_, at) => String((at + 1) % 10)).join('')),
  ]
}
