import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FILE = join(import.meta.dirname, '../../../docs/documents.md')
const BEGINS = '<!-- figures: written by npm run evaluate:mrz -- --document -->'
const ENDS = '<!-- end of figures -->'

/** The text with these figures in place of the ones that it has. */
export function withFigures(text: string, figures: string): string {
  const [from, to] = [text.indexOf(BEGINS), text.indexOf(ENDS)]
  if (from < 0 || to < from) throw new Error('docs/documents.md has no place for the figures.')
  return `${text.slice(0, from)}${BEGINS}\n\n${figures}\n\n${text.slice(to)}`
}

export const writeFigures = (figures: string) =>
  writeFileSync(FILE, withFigures(readFileSync(FILE, 'utf8'), figures))
