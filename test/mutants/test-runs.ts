import { join } from 'node:path'
import { createVitest, type Reporter, type Vitest } from 'vitest/node'
import { inDatabase, withClient } from '../../electron/db/admin.ts'
import { migrate } from '../../electron/db/migrate.ts'
import { provision } from '../../electron/db/provision.ts'
import { literally } from './mutant.ts'
import type { TreeCopy } from './tree-copy.ts'

/** The name of the database that every test file clones: see test/support/cluster.ts. */
const TEMPLATE = 'corex_template'
/** Where the one without a fault is kept meanwhile: making it anew takes longer than most tests. */
const SOUND = 'corex_sound_template'
/** The one with a branch, which has to be out of the way while there is a fault: the files then set their branch up themselves. */
const BRANCH_TEMPLATE = 'corex_branch_template'
const SOUND_BRANCH = 'corex_sound_branch_template'

/** What came of a run: a test that failed, by its file and title, or nothing; or that the tests could not even begin. */
export type Seen = { readonly failed: string | null; readonly broken: string | null }

export type TestRuns = AsyncDisposable & {
  /** Runs test files of vitest; with `titled`, only the tests with that text in their title. */
  run(files: readonly string[], titled?: string): Promise<Seen>
  /** A fault was planted in the file. One in migrations/ is in a template of its own; answers why that cannot be made, or null. */
  planted(file: string): Promise<string | null>
  /** The fault is out of the file again. */
  restored(file: string): Promise<void>
}

/** One vitest for all faults, with one cluster: beginning anew for each would take most of the time. */
export async function startTestRuns(copy: TreeCopy): Promise<TestRuns> {
  const watcher = watchTests()
  const vitest = await createVitest({
    root: copy.folder,
    config: join(copy.folder, 'test/vitest.config.ts'),
    watch: false,
    silent: true,
    bail: 1,
    // A test that fails may leave a connection open, for which the end of its file would wait.
    hookTimeout: 30_000,
    reporters: [watcher.reporter],
  })
  const run: TestRuns['run'] = async (files, titled) => {
    if (titled === undefined) vitest.resetGlobalTestNamePattern()
    else vitest.setGlobalTestNamePattern(new RegExp(literally(titled)))
    const paths = files.map((file) => join(copy.folder, file))
    const specifications = await vitest.globTestSpecifications(paths)
    watcher.begin()
    const { unhandledErrors } = await vitest.runTestSpecifications(specifications, false)
    return watcher.seen(unhandledErrors)
  }
  const readAnew = (file: string) => vitest.invalidateFile(join(copy.folder, file))
  const planted: TestRuns['planted'] = async (file) => {
    readAnew(file)
    return inTemplate(file) ? makeTemplate(vitest, join(copy.folder, 'migrations')) : null
  }
  const restored: TestRuns['restored'] = async (file) => {
    readAnew(file)
    if (inTemplate(file)) await takeSoundTemplate(vitest)
  }
  return { run, planted, restored, [Symbol.asyncDispose]: () => vitest.close() }
}

const inTemplate = (file: string) => file.startsWith('migrations/')

/** Keeps what is reported of one run; the runs' own results also hold those of the runs before. */
function watchTests() {
  let passed = 0
  let failed: string | null = null
  let errors: unknown[] = []
  const begin = () => {
    passed = 0
    failed = null
    errors = []
  }
  const reporter: Reporter = {
    onTestCaseResult: (test) => {
      const { state } = test.result()
      if (state === 'passed') passed += 1
      if (state === 'failed') failed ??= `${test.module.relativeModuleId} > ${test.fullName}`
    },
    onTestSuiteResult: (suite) => void errors.push(...suite.errors()),
    onTestModuleEnd: (module) => void errors.push(...module.errors()),
  }
  const seen = (unhandled: readonly unknown[]): Seen => {
    if (failed !== null) return { failed, broken: null }
    const [first] = [...errors, ...unhandled]
    if (first !== undefined) return { failed, broken: messageOf(first) }
    return { failed, broken: passed === 0 ? 'no test was run' : null }
  }
  return { begin, reporter, seen }
}

const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : JSON.stringify(error)

const administer = (vitest: Vitest, statements: readonly string[]) =>
  withClient(inDatabase(vitest.getProvidedContext().cluster, 'postgres'), async (client) => {
    for (const statement of statements) await client.query(statement)
  })

/** Puts the sound template aside and makes one with the fault; only possible once tests ran, because the first run starts the cluster. */
async function makeTemplate(vitest: Vitest, migrations: string): Promise<string | null> {
  const { cluster } = vitest.getProvidedContext()
  await administer(vitest, [
    `ALTER DATABASE ${TEMPLATE} RENAME TO ${SOUND}`,
    `ALTER DATABASE ${BRANCH_TEMPLATE} RENAME TO ${SOUND_BRANCH}`,
  ])
  try {
    await provision(cluster, TEMPLATE, migrations)
    const migrated = await migrate(cluster, migrations)
    return migrated.ok ? null : JSON.stringify(migrated.error)
  } catch (error) {
    return error instanceof Error ? `${error.message}: ${String(error.cause)}` : String(error)
  }
}

const takeSoundTemplate = (vitest: Vitest) =>
  administer(vitest, [
    `DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`,
    `ALTER DATABASE ${SOUND} RENAME TO ${TEMPLATE}`,
    `ALTER DATABASE ${SOUND_BRANCH} RENAME TO ${BRANCH_TEMPLATE}`,
  ])
