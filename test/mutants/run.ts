// `npm run mutants`: plants each fault of the lists, one at a time, in a copy of this tree, runs the tests that should see it, and says
// which one did. Goes on where it stopped: what is known of an unchanged product and unchanged tests is not tried again.
// `-- --only <words>` tries the faults whose description or file contains the words; `-- --again` forgets what is known.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { MUTANTS } from './mutants.ts'
import { type Mutant, planted } from './mutant.ts'

const root = join(import.meta.dirname, '../..')
const known = join(root, '.cache/mutants.json')
const say = (line: string) => void process.stdout.write(`${line}\n`)

type Outcome = { readonly caughtBy: string | null }
type Known = Record<string, Outcome>

const { values } = parseArgs({ options: { only: { type: 'string' }, again: { type: 'boolean' } } })
const chosen = MUTANTS.filter(({ fault, file }) => `${fault} ${file}`.includes(values.only ?? ''))

/** What an outcome depends on: the fault, the file that it is planted in, and the tests. */
function keyOf(mutant: Mutant): string {
  const texts = [mutant.file, ...mutant.tests].map((file) => readFileSync(join(root, file), 'utf8'))
  return createHash('sha256')
    .update(JSON.stringify([mutant, texts]))
    .digest('hex')
    .slice(0, 16)
}

function readKnown(): Known {
  if (values.again === true || !existsSync(known)) return {}
  return JSON.parse(readFileSync(known, 'utf8')) as Known
}

/** A copy of the tree with the packages and the built window of this one. */
function copyOfTree(): string {
  const copy = mkdtempSync(join(tmpdir(), 'corex-mutants-'))
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
  })
  for (const file of listed.stdout
    .toString()
    .split('\0')
    .filter((name) => existsSync(join(root, name)) && name !== ''))
    cpSync(join(root, file), join(copy, file))
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

const run = (copy: string, command: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: copy,
    maxBuffer: 2 ** 28,
    timeout: 15 * 60_000,
  })
  return { failed: status !== 0, output: `${stdout.toString()}\n${stderr.toString()}` }
}

/** The title of the first test that failed; null when all passed. */
function runTests(copy: string, tests: readonly string[]): string | null {
  const journeys = tests.filter((file) => file.endsWith('.spec.ts'))
  const others = tests.filter((file) => !file.endsWith('.spec.ts'))
  if (others.length > 0) {
    const { failed, output } = run(
      copy,
      'npx',
      'vitest',
      'run',
      '--config',
      'test/vitest.config.ts',
      '--bail',
      '1',
      '--no-color',
      ...others,
    )
    if (failed) return /FAIL\s+(.*)/.exec(output)?.[1] ?? `something: ${output.slice(-300)}`
  }
  if (journeys.length === 0) return null
  const built = run(copy, 'npx', 'electron-vite', 'build')
  if (built.failed) return 'the build'
  const { failed, output } = run(
    copy,
    'npx',
    'playwright',
    'test',
    '--config',
    'test/e2e/playwright.config.ts',
    '-x',
    ...journeys,
  )
  return failed ? (/^\s+\d+\) (.*)$/m.exec(output)?.[1] ?? `something: ${output.slice(-300)}`) : null
}

function tryMutant(copy: string, mutant: Mutant): Outcome {
  const path = join(copy, mutant.file)
  const whole = readFileSync(join(root, mutant.file), 'utf8')
  writeFileSync(path, planted(whole, mutant))
  const inCode = mutant.file.startsWith('migrations/')
  // Not the hash of the code is to see the fault: it sees any change.
  if (inCode) run(copy, 'node', 'tools/hash-migrations.ts')
  try {
    return { caughtBy: runTests(copy, mutant.tests) }
  } finally {
    writeFileSync(path, whole)
    if (inCode) run(copy, 'node', 'tools/hash-migrations.ts')
  }
}

const outcomes = readKnown()
const copy = copyOfTree()
let missed = 0
try {
  for (const [n, mutant] of chosen.entries()) {
    const key = keyOf(mutant)
    outcomes[key] ??= tryMutant(copy, mutant)
    const { caughtBy } = outcomes[key]
    if (caughtBy === null) missed += 1
    say(
      `${n + 1}/${chosen.length} ${caughtBy === null ? 'NOT CAUGHT' : 'caught'}: ${mutant.fault} (${mutant.file})`,
    )
    if (caughtBy !== null) say(`    by ${caughtBy}`)
    mkdirSync(join(root, '.cache'), { recursive: true })
    writeFileSync(known, JSON.stringify(outcomes, null, 2))
  }
} finally {
  rmSync(copy, { recursive: true, force: true })
}
say(`${chosen.length - missed} caught, ${missed} not caught`)
process.exitCode = missed === 0 ? 0 : 1
