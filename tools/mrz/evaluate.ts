// `npm run evaluate:mrz`: takes made-up photographs that follow from a seed, reads them, and says how much was right, as tables of Markdown.
// `-- --seed N --photographs N` in OCR-B, `--others N` in each font that no document has, `--weights FILE --keep FOLDER`; --keep writes the
// photographs that were not read right, --level NAME takes them at one level alone, and --document writes the tables into docs/documents.md.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadNetwork } from '../../electron/reading/mrz/load-network.ts'
import { writeFigures } from './evaluation/document.ts'
import { isMissing, OCR_B, openFont, otherFont, UNSEEN } from './evaluation/fonts.ts'
import { memoryOf } from './evaluation/memory.ts'
import { addScores } from './evaluation/score.ts'
import { confusionTable, figureTable, type Row } from './evaluation/table.ts'
import { largePages, rowsOf, type Setting, together } from './evaluation/take-and-read.ts'
import { LEVELS } from './photograph/levels.ts'

const root = join(import.meta.dirname, '../..')
const say = (text: string) => void process.stdout.write(`${text}\n`)
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    photographs: { type: 'string', default: '500' },
    others: { type: 'string', default: '100' },
    weights: { type: 'string', default: join(root, 'electron/reading/mrz/weights.bin') },
    keep: { type: 'string' },
    level: { type: 'string' },
    document: { type: 'boolean', default: false },
  },
})
const setting: Setting = {
  network: loadNetwork(values.weights),
  other: otherFont(),
  seed: Number(values.seed),
  keep: values.keep,
  level: values.level,
}
const perLevel = (photographs: string) =>
  Math.ceil(Number(photographs) / (values.level === undefined ? LEVELS.length : 1))

/** What reading takes, of pages as large as they come. */
async function memorySaid(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'corex-memory-'))
  try {
    const { before, most } = memoryOf(await largePages(setting, openFont(OCR_B.file), folder))
    return `A process that reads pages of 3,000 pixels had ${before} MB before and ${most} MB at most: reading takes ${most - before} MB.`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const documents = await rowsOf(setting, openFont(OCR_B.file), perLevel(values.photographs))
const others: Row[] = []
for (const font of UNSEEN.filter((each) => !isMissing(each)))
  others.push(together(font.name, await rowsOf(setting, openFont(font.file), perLevel(values.others))))
const all = together('all fonts', [...documents, ...others])
const { fields, wronglyVouched } = addScores(all.scores)
const missing = UNSEEN.filter(isMissing).map(({ name, from }) => `${name} (${from})`)
const figures = [
  `\`npm run evaluate:mrz -- --seed ${values.seed} --photographs ${values.photographs} --others ${values.others} --document\` wrote this. The levels are of OCR-B; the network`,
  'never saw the other fonts, in which no document is printed, and whose photographs are of all levels.',
  '',
  figureTable([...documents, together(OCR_B.name, documents), ...others, all]),
  '',
  `Wrong and vouched for: ${wronglyVouched} of ${fields} fields.${missing.length > 0 ? ` Missing: ${missing.join(', ')}.` : ''}`,
  await memorySaid(),
  '',
  'The characters of OCR-B that were most often taken for others:',
  '',
  confusionTable(documents, 20),
].join('\n')
say(figures)
if (values.document) writeFigures(figures)
