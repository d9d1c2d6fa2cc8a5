/** Where a field stands: the line, its first column and the one after its last, counted from 0. */
export type Span = { readonly line: number; readonly from: number; readonly to: number }

/**
 * What a cell may hold: any character, letters, digits, a sex, a document's code and its first letter, the first digits of a month and a
 * day. Always the filler too, but for `digit` and the first letter of a code.
 */
export type CellKind =
  'any' | 'letter' | 'digitOrFiller' | 'digit' | 'sex' | 'code' | 'passport' | 'card' | 'month' | 'day'

export const MRZ_FIELDS = [
  'code',
  'issuer',
  'name',
  'number',
  'nationality',
  'birth',
  'sex',
  'expiry',
  'optional',
  'furtherOptional',
] as const
export type MrzField = (typeof MRZ_FIELDS)[number]

type FieldPlace = {
  readonly at: Span
  readonly cells: CellKind
  /** The column of the field's own check digit, on its line. */
  readonly digitAt?: number
}

export type MrzFormat = {
  readonly lines: number
  readonly columns: number
  readonly fields: Readonly<Partial<Record<MrzField, FieldPlace>>>
  /** Where a document's number goes on when it is longer than its nine cells. */
  readonly numberGoesOnAt?: Span
  readonly composite: { readonly over: readonly Span[]; readonly digitAt: Span }
}

const span = (line: number, from: number, to: number): Span => ({ line, from, to })
const secondLine = {
  number: { at: span(1, 0, 9), cells: 'any', digitAt: 9 },
  nationality: { at: span(1, 10, 13), cells: 'letter' },
  birth: { at: span(1, 13, 19), cells: 'digitOrFiller', digitAt: 19 },
  sex: { at: span(1, 20, 21), cells: 'sex' },
  expiry: { at: span(1, 21, 27), cells: 'digit', digitAt: 27 },
} as const

/** The zones of travel documents: TD3 is a passport (ICAO 9303-4), TD2 and TD1 are cards (9303-6 and 9303-5). */
export const FORMATS = {
  TD3: {
    lines: 2,
    columns: 44,
    fields: {
      code: { at: span(0, 0, 2), cells: 'code' },
      issuer: { at: span(0, 2, 5), cells: 'letter' },
      name: { at: span(0, 5, 44), cells: 'letter' },
      ...secondLine,
      optional: { at: span(1, 28, 42), cells: 'any', digitAt: 42 },
    },
    composite: { over: [span(1, 0, 10), span(1, 13, 20), span(1, 21, 43)], digitAt: span(1, 43, 44) },
  },
  TD2: {
    lines: 2,
    columns: 36,
    fields: {
      code: { at: span(0, 0, 2), cells: 'code' },
      issuer: { at: span(0, 2, 5), cells: 'letter' },
      name: { at: span(0, 5, 36), cells: 'letter' },
      ...secondLine,
      optional: { at: span(1, 28, 35), cells: 'any' },
    },
    numberGoesOnAt: span(1, 28, 35),
    composite: { over: [span(1, 0, 10), span(1, 13, 20), span(1, 21, 35)], digitAt: span(1, 35, 36) },
  },
  TD1: {
    lines: 3,
    columns: 30,
    fields: {
      code: { at: span(0, 0, 2), cells: 'code' },
      issuer: { at: span(0, 2, 5), cells: 'letter' },
      number: { at: span(0, 5, 14), cells: 'any', digitAt: 14 },
      optional: { at: span(0, 15, 30), cells: 'any' },
      birth: { at: span(1, 0, 6), cells: 'digitOrFiller', digitAt: 6 },
      sex: { at: span(1, 7, 8), cells: 'sex' },
      expiry: { at: span(1, 8, 14), cells: 'digit', digitAt: 14 },
      nationality: { at: span(1, 15, 18), cells: 'letter' },
      furtherOptional: { at: span(1, 18, 29), cells: 'any' },
      name: { at: span(2, 0, 30), cells: 'letter' },
    },
    numberGoesOnAt: span(0, 15, 30),
    composite: {
      over: [span(0, 5, 30), span(1, 0, 7), span(1, 8, 15), span(1, 18, 29)],
      digitAt: span(1, 29, 30),
    },
  },
} as const satisfies Record<string, MrzFormat>
export type FormatName = keyof typeof FORMATS
export const FORMAT_NAMES = ['TD3', 'TD2', 'TD1'] as const satisfies readonly FormatName[]
export const formatOf = (name: FormatName): MrzFormat => FORMATS[name]

export const textAt = (lines: readonly string[], { line, from, to }: Span) =>
  (lines[line] ?? '').slice(from, to)
