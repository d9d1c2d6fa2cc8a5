/** A line of a file: its number, from 1, and its cells without blanks around them. */
export type CsvLine = { readonly line: number; readonly cells: readonly string[] }

/** The separator that stands most often in the first line; a comma where there is none. */
export const separatorOf = (text: string): string => {
  const [first = ''] = text.split(/\r\n|\n|\r/, 1)
  const counted = [',', ';', '\t'].map((sign) => ({ sign, count: first.split(sign).length }))
  return counted.toSorted((one, other) => other.count - one.count)[0]?.sign ?? ','
}

/**
 * Reads RFC 4180, with comma, semicolon or tab and with or without a byte order mark, as spreadsheets of every country save it. Lines
 * without any text are left out. Null when a quotation mark is not closed.
 */
export function readCsv(file: string): readonly CsvLine[] | null {
  const text = file.replace(/^\ufeff/, '')
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^${separatorOf(text)}\\r\\n"]*))(${separatorOf(text)}|\\r\\n|\\n|\\r|$)`,
    'y',
  )
  const lines: CsvLine[] = []
  let cells: string[] = []
  let line = 1
  let begins = 1
  for (;;) {
    const at = cell.lastIndex
    const match = cell.exec(text)
    if (match === null) return null
    const [whole, quoted, plain = '', end] = match
    cells.push((quoted?.replaceAll('""', '"') ?? plain).trim())
    line += whole.split(/\r\n|\n|\r/).length - 1
    if (end === separatorOf(text)) continue
    if (cells.some((value) => value !== '')) lines.push({ line: begins, cells })
    cells = []
    begins = line
    if (at + whole.length >= text.length) return lines
  }
}
