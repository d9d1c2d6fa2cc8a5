/**
 * How a branch writes amounts, by the names of its decimal sign and of its grouping sign. The first-run wizard asks for
 * it; the columns `branches.number_format` and `sessionView.branch.numberFormat` hold it. Grouped by a narrow no-break
 * space, so that a figure is never broken into two lines.
 */
export const NUMBER_FORMATS = {
  POINT_COMMA: { decimal: '.', group: ',' },
  COMMA_POINT: { decimal: ',', group: '.' },
  COMMA_SPACE: { decimal: ',', group: '\u202f' },
  POINT_SPACE: { decimal: '.', group: '\u202f' },
  POINT_APOSTROPHE: { decimal: '.', group: '’' },
} as const

export type NumberFormat = keyof typeof NUMBER_FORMATS

export const isNumberFormat = (name: string): name is NumberFormat => Object.hasOwn(NUMBER_FORMATS, name)

/** All of them, in the order in which they are offered. */
export const numberFormats: readonly NumberFormat[] = Object.keys(NUMBER_FORMATS).filter(isNumberFormat)

/** Where no branch is known yet, and in branches that were set up before they had a format. */
export const DEFAULT_NUMBER_FORMAT: NumberFormat = 'POINT_COMMA'
