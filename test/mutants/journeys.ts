import { literally } from './mutant.ts'
import type { Seen } from './test-runs.ts'
import type { TreeCopy } from './tree-copy.ts'

const CONFIG = 'test/e2e/playwright.config.ts'

/** Builds the window of the copy and runs journeys through it. */
export function runJourneys(copy: TreeCopy, specs: readonly string[], titled?: string): Seen {
  const built = copy.run('npx', 'electron-vite', 'build')
  if (built.failed) return { failed: null, broken: `the build: ${built.output.slice(-300)}` }
  const named = titled === undefined ? [] : ['--grep', literally(titled)]
  const { failed, output } = copy.run(
    'npx',
    'playwright',
    'test',
    '--config',
    CONFIG,
    '-x',
    '--reporter',
    'line',
    ...named,
    ...specs,
  )
  if (!failed) return { failed: null, broken: null }
  const title = /^\s+\d+\) (.*?)[ ─]*$/m.exec(output)?.[1]
  return title === undefined ? { failed: null, broken: output.slice(-300) } : { failed: title, broken: null }
}
