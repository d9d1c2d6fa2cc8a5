// `npm run evaluate:mrz`: takes made-up photographs that follow from a seed, reads them, and says how much was right, as tables of Markdown.
// `-- --seed N --photographs N --weights FILE --font FILE --keep FOLDER`; --keep writes those that were not read right.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openSync } from 'fontkit'
import sharp from 'sharp'
import type { Grey } from '../../electron/reading/grey.ts'
import { loadNetwork } from '../../electron/reading/mrz/load-network.ts'
import { readMrz } from '../../electron/reading/mrz/read-mrz.ts'
import { type Score, scoreRead } from './evaluation/score.ts'
import { confusionTable, figureTable, type Row } from './evaluation/table.ts'
import { type Level, LEVELS } from './photograph/levels.ts'
import { takePhotograph } from './photograph/photograph.ts'
import { seededRandom } from './random.ts'

const root = join(import.meta.dirname, '../..')
const say = (line: string) => void process.stdout.write(`${line}\n`)
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    photographs: { type: 'string', default: '500' },
    weights: { type: 'string', default: join(root, 'electron/reading/mrz/weights.bin') },
    font: { type: 'string', default: '/usr/share/fonts/opentype/ocr-b/OCRB.otf' },
    keep: { type: 'string' },
  },
})
const network = loadNetwork(values.weights)
const [font, other] = [values.font, join(root, 'node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf')].map(
  (file) => {
    const opened = openSync(file)
    if ('fonts' in opened) throw new Error(`${file} is a collection of fonts.`)
    return opened
  },
)
if (!font || !other) throw new Error('A font is missing.')

async function greyOf(jpeg: Buffer): Promise<Grey> {
  const { data, info } = await sharp(jpeg).greyscale().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, pixels: new Uint8Array(data) }
}

async function tryOne(level: Level, number: number): Promise<{ score: Score; seconds: number }> {
  if (!font || !other) throw new Error('A font is missing.')
  const { holder, jpeg } = await takePhotograph(level, font, other, seededRandom(Number(values.seed), number))
  const grey = await greyOf(jpeg)
  const before = process.cpuUsage()
  const read = readMrz(network, grey, () => true)
  const { user, system } = process.cpuUsage(before)
  const score = scoreRead(holder, read)
  if (values.keep !== undefined && score.right < score.fields) {
    const name = join(values.keep, `${level.name}-${number}`)
    writeFileSync(`${name}.jpg`, jpeg)
    writeFileSync(`${name}.txt`, `${holder.lines.join('\n')}\n\n${read?.lines.join('\n') ?? 'nothing'}\n`)
  }
  return { score, seconds: (user + system) / 1e6 }
}

if (values.keep !== undefined) mkdirSync(values.keep, { recursive: true })
const rows: Row[] = []
for (const [at, level] of LEVELS.entries()) {
  const tries: { score: Score; seconds: number }[] = []
  const count = Math.ceil(Number(values.photographs) / LEVELS.length)
  for (let i = 0; i < count; i++) tries.push(await tryOne(level, 1 + at * 1_000_000 + i))
  rows.push({
    name: level.name,
    scores: tries.map(({ score }) => score),
    seconds: tries.map(({ seconds }) => seconds),
  })
}
const all = {
  name: 'all',
  scores: rows.flatMap((row) => row.scores),
  seconds: rows.flatMap((row) => row.seconds),
}
say(figureTable([...rows, all]))
say(`\n${confusionTable(rows, 20)}`)
say(`\nMemory at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`)
