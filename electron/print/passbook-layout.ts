/** Where the lines of a kind of passbook stand, in millimetres from the left and the top of the opened page: a row of `passbook_layouts`. */
export type PassbookLayout = {
  readonly width: number
  readonly height: number
  /** The foot of the letters of the first line. */
  readonly firstLine: number
  readonly lineSpacing: number
  /** After this line of a page the fold takes `foldGap` more; null: the page has no fold. */
  readonly foldAfter: number | null
  readonly foldGap: number
  /** The edges of the five columns. */
  readonly edges: readonly number[]
}

/** What stands in the columns of a line; empty where it has nothing there. */
export type PassbookTexts = {
  readonly date: string
  readonly words: string
  readonly debit: string
  readonly credit: string
  readonly balance: string
}

/** A text and where it stands, in millimetres: `x` is the edge from which it goes to the right, or at which it ends. */
export type PlacedText = {
  readonly text: string
  readonly x: number
  readonly ends: 'LEFT' | 'RIGHT'
  readonly room: number
  /** The foot of its letters. */
  readonly baseline: number
}

const COLUMNS = [
  ['date', 'LEFT'],
  ['words', 'LEFT'],
  ['debit', 'RIGHT'],
  ['credit', 'RIGHT'],
  ['balance', 'RIGHT'],
] as const

/** Between a text and that of the next column. */
const GAP = 1

/** Where a line of a page stands; the first is 1. */
export const baselineOf = (layout: PassbookLayout, line: number): number =>
  layout.firstLine +
  (line - 1) * layout.lineSpacing +
  (layout.foldAfter !== null && line > layout.foldAfter ? layout.foldGap : 0)

/** The texts of lines, one below the other from a line of the page on. */
export const placeLines = (
  layout: PassbookLayout,
  startLine: number,
  lines: readonly PassbookTexts[],
): readonly PlacedText[] =>
  lines.flatMap((texts, at) =>
    COLUMNS.flatMap(([column, side], n) => {
      const [left = 0, right = 0] = [layout.edges[n], layout.edges[n + 1]]
      const placed = {
        text: texts[column],
        x: side === 'LEFT' ? left : right,
        ends: side,
        room: right - left - GAP,
        baseline: baselineOf(layout, startLine + at),
      }
      return placed.text === '' ? [] : [placed]
    }),
  )
