import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import LongestFirst from './support/longest-first.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const OTHERS = ['test/e2e/**', 'node_modules/**']

/** What is about the cost of a password's hash: elsewhere that takes a millisecond. */
const FULL_COST = 'test/sessions/full-cost.test.ts'

/** Files that put something else in the place of a module, and those of the studio, which forbids its process what it may not read. */
const apart = ['test', 'renderer']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  )
  .filter((file) => file.endsWith('.test.ts') && !file.startsWith('test/e2e/'))
  .filter(
    (file) =>
      file.startsWith('test/studio/') ||
      file === FULL_COST ||
      /\bvi\.(?:mock|doMock|stubGlobal|stubEnv)\(/.test(readFileSync(join(root, file), 'utf8')),
  )

// The database is real in every test, so files share two cores with PostgreSQL: few workers, long limits, no retries. One more than there are cores, because
// every tenth moment a worker waits: for a server that starts, a process that ends, a limit that passes.
export default defineConfig({
  root,
  test: {
    globalSetup: ['test/support/cluster.ts', 'test/support/branch-template.ts'],
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // What is waited for comes late on a busy machine.
    expect: { poll: { timeout: 20_000 } },
    reporters: ['default', ['json', { outputFile: '.cache/unit-results.json' }]],
    projects: [
      // To load the application anew for every file takes longer than most files.
      {
        extends: true,
        resolve: { alias: { bcrypt: join(root, 'test/support/cheap-bcrypt.ts') } },
        test: {
          name: 'together',
          isolate: false,
          include: ['test/**/*.test.ts', 'renderer/**/*.test.ts'],
          exclude: [...OTHERS, ...apart],
        },
      },
      { extends: true, test: { name: 'apart', isolate: true, include: apart } },
    ],
  },
})
