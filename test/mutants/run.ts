// `npm run mutants`: plants each fault of the lists, one at a time, in a copy of this tree, runs the tests that should see it, and says
// which one did. Goes on where it stopped: what is known of an unchanged product and unchanged tests is not tried again.
// `-- --only <words>` tries the faults whose description, file or tests contain the words, and may be given several times; `-- --quick`
// leaves out those that only a journey through the window can see; `-- --again` forgets what is known.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runJourneys } from './journeys.ts'
import { isJourney, type Mutant } from './mutant.ts'
import { MUTANTS } from './mutants.ts'
import { namedInstead } from './named-test.ts'
import { type Outcome, Outcomes } from './outcomes.ts'
import { type Seen, startTestRuns, type TestRuns } from './test-runs.ts'
import { copyTree, type TreeCopy } from './tree-copy.ts'

const root = join(import.meta.dirname, '../..')
const say = (line: string) => void process.stdout.write(`${line}\n`)

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    quick: { type: 'boolean' },
    again: { type: 'boolean' },
  },
})
const wordsOf = ({ fault, file, tests }: Mutant) => [fault, file, ...tests].join(' ')
const needsJourney = ({ tests }: Mutant) => tests.some(isJourney)
const isWanted = (mutant: Mutant) => (values.only ?? ['']).some((words) => wordsOf(mutant).includes(words))
const chosen = MUTANTS.filter(isWanted)
  .filter((mutant) => values.quick !== true || !needsJourney(mutant))
  .toSorted((a, b) => Number(needsJourney(a)) - Number(needsJourney(b)))
const outcomes = new Outcomes(root, values.again === true)
const unknown = chosen.filter((mutant) => outcomes.of(mutant) === undefined)

async function seen(
  copy: TreeCopy,
  tests: TestRuns,
  files: readonly string[],
  titled?: string,
): Promise<Seen> {
  const journeys = files.filter(isJourney)
  const others = files.filter((file) => !isJourney(file))
  const first = others.length > 0 ? await tests.run(others, titled) : { failed: null, broken: null }
  if (first.failed !== null || first.broken !== null || journeys.length === 0) return first
  return runJourneys(copy, journeys, titled)
}

/** Why these tests say nothing: they fail without any fault. Each is run once without, before the first fault that it should see. */
async function unsound(
  copy: TreeCopy,
  tests: TestRuns,
  { tests: files, titled }: Mutant,
): Promise<string | null> {
  for (const file of files) {
    const known = sound.get(`${file} ${titled}`) ?? (await seen(copy, tests, [file], titled))
    sound.set(`${file} ${titled}`, known)
    if (known.failed !== null) return `without the fault too this fails: ${known.failed}`
    if (known.broken !== null) return `without the fault: ${known.broken}`
  }
  return null
}
const sound = new Map<string, Seen>()

/** Why a fault cannot be planted any more: the product or its tests have changed since it was listed. */
function unfit(mutant: Mutant): string | null {
  const gone = [mutant.file, ...mutant.tests].find((file) => !existsSync(join(root, file)))
  if (gone !== undefined) return `${gone} is gone`
  const text = readFileSync(join(root, mutant.file), 'utf8')
  return text.split(mutant.find).length === 2 ? null : 'the text to replace does not stand there exactly once'
}

async function tryMutant(copy: TreeCopy, tests: TestRuns, mutant: Mutant): Promise<Outcome> {
  const reason = unfit(mutant) ?? (await unsound(copy, tests, mutant))
  if (reason !== null) return { caughtBy: null, broken: reason }
  const fault = copy.plant(mutant)
  try {
    const invalid = await tests.planted(mutant.file)
    if (invalid !== null) return { caughtBy: null, broken: invalid }
    const { failed, broken } = await seen(copy, tests, mutant.tests, mutant.titled)
    return { caughtBy: failed, broken }
  } finally {
    fault[Symbol.dispose]()
    await tests.restored(mutant.file)
  }
}

function report(n: number, { fault, file }: Mutant, { caughtBy, broken }: Outcome): void {
  say(`${n + 1}/${chosen.length} ${caughtBy === null ? 'NOT CAUGHT' : 'caught'}: ${fault} (${file})`)
  if (caughtBy !== null) say(`    by ${caughtBy}`)
  const named = caughtBy === null ? null : namedInstead(fault, caughtBy)
  if (named !== null) say(`    and not by the test that kinds.ts names: ${named}`)
  if (broken !== null) say(`    nothing was seen: ${broken}`)
}

async function tryAll(): Promise<void> {
  using copy = copyTree(root)
  await using tests = await startTestRuns(copy)
  for (const mutant of unknown) {
    const began = Date.now()
    const outcome = await tryMutant(copy, tests, mutant)
    if (outcome.broken === null) outcomes.keep(mutant, outcome)
    report(chosen.indexOf(mutant), mutant, outcome)
    say(`    after ${Math.round((Date.now() - began) / 1000)} s`)
  }
}

if (unknown.length > 0) await tryAll()
const missed = chosen.filter((mutant) => outcomes.of(mutant)?.caughtBy == null)
for (const [n, mutant] of chosen.entries()) {
  const outcome = outcomes.of(mutant)
  if (outcome !== undefined && !unknown.includes(mutant)) report(n, mutant, outcome)
}
say(`${chosen.length - missed.length} caught, ${missed.length} not caught`)
process.exitCode = missed.length === 0 ? 0 : 1
