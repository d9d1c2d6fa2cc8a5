import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/**
 * Who may import whom, and that nothing imports in a circle: checked by oxlint, which counts a type import like any other.
 * It does not follow `import('…')`: as a type that is forbidden here, as a call the last test allows it for packages only.
 */

type Layer = { folders: string[]; never: string[]; because: string }

const AROUND = ['**/tools/**', '**/test/**', '**/cli/**']
const PROCESS = ['node:*', 'electron', 'pg', 'kysely']
const FRAME = ['**/shell/**', '**/gates/**', '**/app/**']

/** The patterns are those of .gitignore, and are compared with what stands after `from`. */
const layers: Layer[] = [
  {
    folders: ['shared'],
    never: ['**/electron/**', '**/renderer/**', ...AROUND, ...PROCESS, 'react', 'react-*'],
    because: 'shared/ runs in both processes and knows neither.',
  },
  {
    folders: ['renderer'],
    // The reader knows no file and no process: a thread of the window looks for a document in what the camera shows.
    never: ['**/electron/*', '!**/electron/reading', ...AROUND, ...PROCESS],
    because: 'The renderer runs in a sandboxed page; it knows shared/ and reaches the rest by calls.',
  },
  {
    folders: ['renderer/screens'],
    never: ['**/shell/**'],
    because: 'The shell shows the screens; a screen does not know what stands around it.',
  },
  {
    folders: ['renderer/components', 'renderer/theme'],
    never: ['**/screens/**', ...FRAME],
    because: 'A component serves every screen and knows none.',
  },
  {
    folders: ['renderer/calls', 'renderer/keyboard', 'renderer/feedback', 'renderer/i18n'],
    never: ['**/components/**', '**/screens/**', ...FRAME],
    because: 'Calls, keys, messages and words are below everything that draws.',
  },
  {
    folders: ['electron'],
    never: ['**/renderer/**', ...AROUND],
    because: 'The main process knows of the renderer what the contract says, and no more.',
  },
  {
    folders: ['electron/services'],
    never: ['**/ipc/**', '**/window/**', 'electron'],
    because: 'A use case does not know who calls it.',
  },
  {
    folders: ['electron/ledger'],
    never: ['**/services/**', '**/print/**', '**/ipc/**', '**/window/**', 'electron'],
    because: 'The ledger is below the use cases.',
  },
  {
    folders: ['electron/db'],
    never: [
      '**/backup/**',
      '**/ledger/**',
      '**/services/**',
      '**/print/**',
      '**/ipc/**',
      '**/window/**',
      'electron',
    ],
    because: 'The database is below everything else in the main process.',
  },
  {
    folders: ['electron/backup'],
    never: [
      '**/ledger/**',
      '**/services/**',
      '**/print/**',
      '**/ipc/**',
      '**/window/**',
      '**/studio/**',
      '**/scanners/**',
      'electron',
    ],
    because: 'A backup knows the server and its files, and nothing of the business.',
  },
  {
    folders: ['electron/archive'],
    never: [
      '**/ledger/**',
      '**/services/**',
      '**/print/**',
      '**/ipc/**',
      '**/window/**',
      '**/jobs/**',
      'electron',
    ],
    because: 'An archive is rows and files; the command line reads it without a window.',
  },
  {
    folders: ['electron/jobs'],
    never: ['**/services/**', '**/print/**', '**/ipc/**', '**/window/**', 'electron'],
    because: 'Whoever opens a database starts its jobs; they know nothing of calls.',
  },
  {
    folders: ['electron/print'],
    never: ['**/db/**', '**/ledger/**', '**/services/**', '**/ipc/**', '**/window/**', 'electron'],
    because: 'Printing is given what it prints and reads nothing by itself.',
  },
  {
    folders: ['electron/studio', 'electron/reading'],
    never: [
      '**/db/**',
      '**/ledger/**',
      '**/services/**',
      '**/print/**',
      '**/ipc/**',
      '**/window/**',
      'electron',
    ],
    because: 'The studio is a process of its own and knows what it is sent.',
  },
  {
    folders: ['electron/scanners'],
    never: [
      '**/db/**',
      '**/ledger/**',
      '**/services/**',
      '**/print/**',
      '**/ipc/**',
      '**/studio/**',
      '**/window/**',
      'electron',
    ],
    because: 'A scanner is asked for bytes, whoever takes them.',
  },
  {
    folders: ['electron/printers'],
    never: ['**/db/**', '**/ledger/**', '**/services/**', '**/ipc/**', '**/window/**', 'electron'],
    because: 'A printer is given what it prints; what the system prints by is handed in.',
  },
  {
    folders: ['cli'],
    // It runs without Electron: of the main process it knows what does.
    never: [
      'electron',
      '**/renderer/**',
      '**/electron/ipc/**',
      '**/electron/window/**',
      '**/electron/main.ts',
      ...AROUND,
    ],
    because: 'The command line runs in Node, and knows the database, the services and the backup.',
  },
  {
    folders: ['electron/window'],
    never: ['**/db/**', '**/ledger/**', '**/services/**', '**/print/**', '**/ipc/**'],
    because: 'The window knows nothing of the business.',
  },
]

const root = realpathSync(join(import.meta.dirname, '..'))
const oxlint = join(root, 'node_modules/oxlint/bin/oxlint')
const workFolder = realpathSync(mkdtempSync(join(tmpdir(), 'layers-')))
const fixture = join(workFolder, 'tree')
// Outside the tree: there oxlint compares absolute paths.
const config = join(workFolder, 'config', 'layers.json')

/** What holds for a folder: its own rule and those of the folders around it. */
function patternsOf(folder: string): { group: string[]; message: string }[] {
  return layers
    .filter(({ folders }) => folders.some((outer) => `${folder}/`.startsWith(`${outer}/`)))
    .map(({ never, because }) => ({ group: never, message: because }))
}

function configFor(tree: string): object {
  return {
    plugins: ['import', 'typescript'],
    categories: { correctness: 'off' },
    rules: {
      'import/no-cycle': ['error', { ignoreTypes: false }],
      'typescript/consistent-type-imports': 'error',
    },
    overrides: layers
      .flatMap(({ folders }) => folders)
      .map((folder) => ({
        files: [`${tree.replaceAll('\\', '/')}/${folder}/**`],
        excludeFiles: ['**/*.test.ts'],
        rules: { 'no-restricted-imports': ['error', { patterns: patternsOf(folder) }] },
      })),
  }
}

type Report = {
  number_of_files: number
  diagnostics: { filename: string; message: string; help?: string; note?: string }[]
}

/** The files of a cycle in their order, from the diagram that oxlint prints of it. */
const circle = (note: string): string =>
  [...note.matchAll(/\(([^)]+)\)/g)].map(([, file]) => file).join(' → ')

/** Runs oxlint over a tree: how many files it read, and each breach as `file: what, why`. */
function examine(tree: string): { read: number; breaches: string[] } {
  mkdirSync(dirname(config), { recursive: true })
  writeFileSync(config, JSON.stringify(configFor(tree)))
  const { stdout, stderr } = spawnSync(process.execPath, [oxlint, '-c', config, '--format', 'json', '.'], {
    cwd: tree,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  if (!stdout.startsWith('{')) throw new Error(`oxlint says no report: ${stdout}${stderr}`)
  const report = JSON.parse(stdout) as Report
  const breaches = report.diagnostics.map(
    ({ filename, message, help = '', note }) =>
      `${filename}: ${message} ${note === undefined ? help : circle(note)}`,
  )
  return { read: report.number_of_files, breaches: breaches.toSorted((a, b) => a.localeCompare(b)) }
}

/** One forbidden import for each layer, and what is allowed beside it. */
const planted: Record<string, string> = {
  'shared/money.ts': `import type { Pool } from 'pg'\nexport type Money = Pool`,
  'shared/contract/tills.ts': `export * from '../../electron/main.ts'`,
  'renderer/main.tsx': `import { readFile } from 'node:fs'\nexport const read = readFile`,
  'renderer/screens/tills/till.tsx': `import '../../shell/shell.tsx'\nimport '../../components/list.tsx'`,
  'renderer/components/list.tsx': `import type { Till } from '../screens/tills/till.tsx'\nexport type L = Till`,
  'renderer/calls/api.ts': `export const load = () => import('../components/list.tsx')`,
  'renderer/app/app.tsx': `import '../shell/shell.tsx'\nimport '../screens/tills/till.tsx'`,
  'renderer/screens/tills/till.test.ts': `import { expect } from 'vitest'\nimport '../../../test/support/png.ts'`,
  'electron/main.ts': `import { app } from 'electron'\nimport './ipc/channel.ts'\nimport '../renderer/main.tsx'`,
  'electron/services/tills/open-till.ts': `import type { A } from '../../ipc/channel.ts'\nexport type B = A`,
  'electron/ledger/post.ts': `import '../db/pool.ts'\nimport '../services/tills/open-till.ts'`,
  'electron/db/pool.ts': `import '../ledger/post.ts'`,
  'electron/print/receipt.ts': `import '../db/pool.ts'`,
  'electron/window/window.ts': `import { app } from 'electron'\nimport '../services/tills/open-till.ts'`,
  'cli/jobs.ts': `import '../electron/db/pool.ts'\nimport '../electron/window/window.ts'`,
  'tools/demo.ts': `import '../electron/db/pool.ts'\nimport '../test/support/png.ts'`,
  'tools/seed.ts': `export type Pool = import('../electron/db/pool.ts').Pool`,
  'test/cycle/person.ts': `import type { Pet } from './pet.ts'\nexport type Person = { pet: Pet }`,
  'test/cycle/pet.ts': `import { type Person } from './person.ts'\nexport type Pet = { owner: Person }`,
}

beforeAll(() => {
  for (const [file, text] of Object.entries(planted)) {
    mkdirSync(dirname(join(fixture, file)), { recursive: true })
    writeFileSync(join(fixture, file), text)
  }
})
afterAll(() => rmSync(workFolder, { recursive: true }))

/** The files of the planted tree that are reported for this. */
const guilty = (kind: RegExp) => [
  ...new Set(
    examine(fixture)
      .breaches.filter((breach) => kind.test(breach))
      .map((breach) => breach.split(':')[0]),
  ),
]

describe('the examination finds, in a tree with faults of every kind,', () => {
  test('one breach in each layer, and none where the import is allowed', () => {
    expect(guilty(/is restricted/)).toEqual([
      'cli/jobs.ts',
      'electron/db/pool.ts',
      'electron/ledger/post.ts',
      'electron/main.ts',
      'electron/print/receipt.ts',
      'electron/services/tills/open-till.ts',
      'electron/window/window.ts',
      'renderer/calls/api.ts',
      'renderer/components/list.tsx',
      'renderer/main.tsx',
      'renderer/screens/tills/till.tsx',
      'shared/contract/tills.ts',
      'shared/money.ts',
    ])
  })

  test('the cycle of values and the cycle of types', () => {
    expect(guilty(/cycle/)).toEqual(
      expect.arrayContaining(['electron/db/pool.ts', 'test/cycle/person.ts', 'test/cycle/pet.ts']),
    )
  })

  test('a file named inside a type', () => {
    expect(guilty(/`import\(\)`/)).toEqual(['tools/seed.ts'])
  })
})

describe('this tree', () => {
  test('keeps its layers and has no cycle, of values or of types', () => {
    const { read, breaches } = examine(root)
    expect(read).toBeGreaterThan(300)
    expect(breaches).toEqual([])
  })

  test('loads no file of its own by import(), where a cycle would not be seen', () => {
    const late = globSync('{cli,electron,renderer,shared,tools}/**/*.{ts,tsx}', { cwd: root }).filter(
      (file) => /\bimport\(\s*['"`]\./.test(readFileSync(join(root, file), 'utf8')),
    )
    expect(late).toEqual([])
  })
})
