import { join } from 'node:path'
import { createVitest, type Reporter, type Vitest } from 'vitest/node'
import { inDatabase, withClient } from '../../electron/db/admin.ts'
import { migrate } from '../../electron/db/migrate.ts'
import { provision } from '../../electron/db/provision.ts'
import { literally } from './mutant.ts'
import type { TreeCopy } from './tree-copy.ts'

/** The name of the database that every test file clones: see test/support/cluster.ts. */
const TEMPLATE = 'corex_template'

/** What came of a run: a test that failed, by its file and title, or nothing; or that the tests could not even begin. */
export type Seen = { readonly failed: string | null; readonly broken: string | null }

export type TestRuns = AsyncDisposable & {
  /** Runs test files of vitest; with `titled`, only the tests with that text in their title. */
  run(files: readonly string[], titled?: string): Promise<Seen>
  /** The file is read anew. After a change in migrations/ the template is made anew; answers why that is impossible, or null. */
  changed(file: string): Promise<string | null>
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
  const changed: TestRuns['changed'] = async (file) => {
    vitest.invalidateFile(join(copy.folder, file))
    return file.startsWith('migrations/') ? remakeTemplate(vitest, join(copy.folder, 'migrations')) : null
  }
  return { run, changed, [Symbol.asyncDispose]: () => vitest.close() }
}

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

/** Only possible once tests ran, because the first run starts the cluster. */
async function remakeTemplate(vitest: Vitest, migrations: string): Promise<string | null> {
  const { cluster } = vitest.getProvidedContext()
  await withClient(inDatabase(cluster, 'postgres'), (client) =>
    client.query(`DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`),
  )
  try {
    await provision(cluster, TEMPLATE, migrations)
    const migrated = await migrate(cluster, migrations)
    return migrated.ok ? null : JSON.stringify(migrated.error)
  } catch (error) {
    return error instanceof Error ? `${error.message}: ${String(error.cause)}` : String(error)
  }
}
