import { parentPort, Worker, workerData } from 'node:worker_threads'
import { drawCell } from '../cell/draw-cell.ts'
import { drawGlyphs } from '../glyphs.ts'
import { seededRandom } from '../random.ts'
import { learnerOn } from './learn.ts'

/**
 * A batch is always made of these parts, whose gradients are added in their order, so that the same seed gives the same network with any
 * number of processors: sums of fractions depend on their order.
 */
export const SHARDS = 8
export const SHARD_SIZE = 32

export type ShardResult = { readonly shard: number; readonly loss: number; readonly right: number }
type Task = { readonly step: number; readonly shard: number }
type Start = {
  readonly parameters: SharedArrayBuffer
  readonly sums: readonly SharedArrayBuffer[]
  readonly fonts: readonly string[]
  readonly seed: number
}

const isStart = (data: unknown): data is Start =>
  typeof data === 'object' && data !== null && 'parameters' in data

/** Learns from one shard of a step: the windows follow from the seed, the step and the shard alone. */
function learnShard(
  start: Start,
  learner: ReturnType<typeof learnerOn>,
  prints: Uint8Array[][],
  { step, shard }: Task,
): ShardResult {
  const random = seededRandom(start.seed, step * SHARDS + shard + 1)
  learner.sums.fill(0)
  let loss = 0
  let right = 0
  for (let i = 0; i < SHARD_SIZE; i++) {
    const learnt = learner.learn(drawCell(prints, learner.window.values, random))
    loss += learnt.loss
    right += learnt.isRight ? 1 : 0
  }
  const sums = start.sums[shard]
  if (sums !== undefined) new Float64Array(sums).set(learner.sums)
  return { shard, loss, right }
}

if (parentPort !== null && isStart(workerData)) {
  const start = workerData
  const port = parentPort
  const prints = drawGlyphs(start.fonts)
  const learner = learnerOn(new Float64Array(start.parameters))
  port.on('message', (task: Task) => port.postMessage(learnShard(start, learner, prints, task)))
}

/** Workers that learn the shards of a step, each taking the next one when it is done. */
export function startWorkers(
  count: number,
  start: Start,
): { learn: (step: number) => Promise<ShardResult[]>; end: () => Promise<void> } {
  const workers = Array.from(
    { length: count },
    () => new Worker(new URL(import.meta.url), { workerData: start }),
  )
  const learn = (step: number) =>
    new Promise<ShardResult[]>((resolve, reject) => {
      const results: ShardResult[] = []
      let next = 0
      for (const worker of workers) {
        worker.removeAllListeners()
        const give = () => next < SHARDS && worker.postMessage({ step, shard: next++ }, [])
        worker.on('error', reject)
        worker.on('message', (result: ShardResult) => {
          results.push(result)
          if (results.length === SHARDS) resolve(results)
          else give()
        })
        give()
      }
    })
  return { learn, end: async () => void (await Promise.all(workers.map((worker) => worker.terminate()))) }
}
