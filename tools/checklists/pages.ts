import { readRows, type Row } from './rows.ts'

const WORDS = { proven: 'proven', design: 'by design', none: 'does not apply', gap: '**gap**' } as const

const CHAPTERS: Readonly<Record<string, string>> = {
  V1: 'Encoding',
  V2: 'Input and business rules',
  V3: 'The page',
  V4: 'Interfaces',
  V5: 'Files',
  V6: 'Signing in',
  V7: 'Sessions',
  V8: 'Who may do what',
  V9: 'Tokens that hold their own content',
  V10: 'OAuth',
  V11: 'Cryptography',
  V12: 'Connections',
  V13: 'Configuration',
  V14: 'Data',
  V15: 'Code and packages',
  V16: 'Records and errors',
  V17: 'WebRTC',
}

const NOTE =
  '<!-- Made from docs/checklists.csv by `npm run docs:checklists`; test/checklists.test.ts compares. -->\n'

const MEANING = [
  '*Proven*: by the test that is named. *By design*: what is named does it, and no test of its own looks. *Does not apply*: the reason is named.',
  '*Gap*: it is not so, or not wholly; what there is instead is said.',
].join('\n')

const counted = (rows: readonly Row[]): string =>
  (['proven', 'design', 'none', 'gap'] as const)
    .map((state) => `${rows.filter((row) => row.state === state).length} ${WORDS[state]}`)
    .join(', ')

const evidence = ({ state, shownBy }: Row): string => {
  const [file = '', title = ''] = shownBy.split(' > ')
  return state === 'proven' ? `\`${file}\`: ${title}` : shownBy
}

const lineOf = (row: Row): string =>
  `| ${row.id}${row.level === '' ? '' : ` (${row.level})`} | ${row.asks} | ${WORDS[row.state]} | ${evidence(row)} |`

const table = (rows: readonly Row[]): string =>
  ['| row | what it asks for | state | shown by |', '| --- | --- | --- | --- |', ...rows.map(lineOf)].join(
    '\n',
  )

const chapterOf = ({ id }: Row): string => id.split('.')[0] ?? ''

function asvs(rows: readonly Row[]): string {
  const chapters = Object.entries(CHAPTERS).map(
    ([id, name]) => `## ${id} ${name}\n\n${table(rows.filter((row) => chapterOf(row) === id))}\n`,
  )
  return [
    '# OWASP ASVS 5.0, levels 1 and 2\n',
    NOTE,
    `${rows.length} rows, by their published numbers with the level in brackets; what each asks for is in a few words of our own, and its text is at OWASP's: ${counted(rows)}.`,
    `${MEANING}\n`,
    ...chapters,
  ].join('\n')
}

const electron = (guide: readonly Row[], doyensec: readonly Row[]): string =>
  [
    '# Checklists for Electron\n',
    NOTE,
    `${MEANING}\n`,
    `## Electron's guide\n\nThe twenty points of its page on security, in its order: ${counted(guide)}.\n\n${table(guide)}\n`,
    `## Doyensec's checklist\n\nWhat it looks for, in an order of our own: ${counted(doyensec)}. Its program is not used: it does not read the syntax of today.\n\n${table(doyensec)}\n`,
  ].join('\n')

/** The pages of the checklists, by their file. */
export function checklistPages(csv: string): Readonly<Record<string, string>> {
  const rows = readRows(csv)
  const of = (letter: string) => rows.filter(({ id }) => id.startsWith(letter))
  return { 'docs/asvs.md': asvs(of('V')), 'docs/electron-checklists.md': electron(of('E'), of('D')) }
}
