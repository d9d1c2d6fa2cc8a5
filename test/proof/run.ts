// `npm run proof [-- NAME …] [--minutes N] [--seed N]`: what holds of the ledger whatever happens, tried at random. Without
// --minutes each proof is tried once, by the seed; with it, by new seeds until the time is over. What fails is said with its seed.
// `npm run proof -- --mutations [WORD …]` plants faults in the posting code, one at a time, and says which proof catches each.
import { parseArgs } from 'node:util'
import { createDatabaseIn } from '../support/database-in.ts'
import { startTestCluster } from '../support/cluster.ts'
import { tryMutations } from './mutate.ts'
import { faultOf, type Proof } from './proof.ts'
import { CRASHES } from './crashes.ts'
import { PROOFS } from './proofs.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string' },
    seed: { type: 'string' },
    mutations: { type: 'boolean', default: false },
  },
})
const wholeNumber = (text: string | undefined, name: string): number | undefined => {
  if (text === undefined) return undefined
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`--${name} is a whole number from 1`)
  return number
}
const minutes = wholeNumber(values.minutes, 'minutes')
const firstSeed = wholeNumber(values.seed, 'seed') ?? (minutes === undefined ? 1 : Date.now() % 2 ** 31)
const ALL = [...PROOFS, ...CRASHES]
const unknown = values.mutations
  ? []
  : positionals.filter((name) => !ALL.some((proof) => proof.name === name))
if (unknown.length > 0)
  throw new Error(`No such proof: ${unknown.join(', ')}. There are ${ALL.map(({ name }) => name).join(', ')}`)
const chosen = ALL.filter(({ name }) => positionals.length === 0 || positionals.includes(name))

const { admin, stop } = await startTestCluster()
try {
  if (values.mutations) {
    if ((await tryMutations(admin, PROOFS, positionals)) > 0) process.exitCode = 1
  } else await tryAll()
} finally {
  await stop()
}

async function tryAll(): Promise<void> {
  const ends = performance.now() + (minutes ?? 0) * 60_000
  let seed = firstSeed
  do {
    for (const proof of chosen) await tryOnce(proof, seed)
    seed += 1
  } while (process.exitCode === undefined && performance.now() < ends)
}

async function tryOnce(proof: Proof, seed: number): Promise<void> {
  const { name, says } = proof
  const since = performance.now()
  const ground = { newDatabase: () => createDatabaseIn(admin), seed, rounds: 1, shrinks: true }
  const fault = await faultOf(proof, ground)
  const took = `${((performance.now() - since) / 1000).toFixed(1)} s`
  console.log(`${fault === null ? 'holds ' : 'BROKEN'}  ${name} (seed ${seed}, ${took}): ${says}`)
  if (fault === null) return
  process.exitCode = 1
  console.log(`${fault}\nAgain: npm run proof -- ${name} --seed ${seed}`)
}
