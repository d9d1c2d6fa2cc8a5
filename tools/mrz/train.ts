// `npm run train:mrz`: trains the reader's network from nothing on drawn characters, and writes its weights. The same seed, steps and font
// give the same file on every machine. `-- --steps N --seed N --font FILE --out FILE`; goes on where it stopped (`.cache/mrz-training`).
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { PARAMETERS } from '../../electron/reading/mrz/network.ts'
import { seededRandom } from './random.ts'
import { firstParameters, noMoments, rateAt, stepAdam } from './training/adam.ts'
import { forget, keep, recall } from './training/kept.ts'
import { SHARD_SIZE, SHARDS, startWorkers } from './training/shard.ts'

const root = join(import.meta.dirname, '../..')
const say = (line: string) => void process.stdout.write(`${line}\n`)
const { values } = parseArgs({
  options: {
    steps: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '7' },
    font: { type: 'string', multiple: true, default: ['OCRB.otf', 'OCRBS.otf'] },
    fonts: { type: 'string', default: '/usr/share/fonts/opentype/ocr-b' },
    out: { type: 'string', default: join(root, 'electron/reading/mrz/weights.bin') },
  },
})
const steps = Number(values.steps)
const seed = Number(values.seed)
const fonts = values.font.map((font) => join(values.fonts, font))
/** The largest rate that learnt without jumping back, of 1, 2.5 and 4 thousandths. */
const MOST_RATE = 2.5e-3
const KEPT_EVERY = 100

const shared = new SharedArrayBuffer(PARAMETERS * 8)
const parameters = new Float64Array(shared)
const moments = noMoments()
const kept = {
  folder: join(root, '.cache/mrz-training'),
  about: JSON.stringify({ steps, seed, fonts: values.font }),
}
const from = recall(kept, parameters, moments)
if (from === 0) firstParameters(parameters, seededRandom(seed))
else say(`Goes on after ${from} of ${steps} steps.`)

const sums = Array.from({ length: SHARDS }, () => new SharedArrayBuffer(PARAMETERS * 8))
const workers = startWorkers(Math.min(SHARDS, availableParallelism()), {
  parameters: shared,
  sums,
  fonts,
  seed,
})
const gradient = new Float64Array(PARAMETERS)
const batch = SHARDS * SHARD_SIZE
let loss = 0
let right = 0
for (let step = from + 1; step <= steps; step++) {
  for (const result of await workers.learn(step)) {
    loss += result.loss
    right += result.right
  }
  gradient.fill(0)
  for (const part of sums) {
    const shard = new Float64Array(part)
    for (let i = 0; i < PARAMETERS; i++) gradient[i] = (gradient[i] ?? 0) + (shard[i] ?? 0) / batch
  }
  stepAdam(parameters, gradient, moments, step, rateAt(step, steps, MOST_RATE))
  if (step % KEPT_EVERY !== 0) continue
  keep(kept, step, parameters, moments)
  const seen = batch * KEPT_EVERY
  say(
    `step ${step} of ${steps}: loss ${(loss / seen).toFixed(4)}, right ${((100 * right) / seen).toFixed(2)} %`,
  )
  loss = right = 0
}
await workers.end()
const file = Buffer.from(Float32Array.from(parameters).buffer)
mkdirSync(dirname(values.out), { recursive: true })
writeFileSync(values.out, file)
forget(kept)
say(`${values.out}: ${file.length} bytes, SHA-256 ${createHash('sha256').update(file).digest('hex')}`)
