import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contract } from '../shared/contract.ts'
import { permissionTable } from '../tools/permission-table.ts'

/** Style rules as tests, so that reviewers do not have to repeat them. */

const root = join(import.meta.dirname, '..')
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '')
const byText = (a = '', b = '') => a.localeCompare(b)
const read = (file: string) => readFileSync(join(root, file), 'utf8')
// This file contains the forbidden words, so it is not searched itself.
const unread = ['package-lock.json', 'test/tidy.test.ts']
const files = tracked
  .filter((file) => /\.(ts|tsx|mjs|css|sql|md|json|yml|html)$|^\.ci\//.test(file) && !unread.includes(file))
  .flatMap((file) => {
    try {
      return [{ file, text: read(file), lines: read(file).split('\n') }]
    } catch {
      return [] // deleted, and not committed yet
    }
  })
const code = files.filter(({ file }) => /\.(ts|tsx|mjs)$/.test(file))
const product = code.filter(
  ({ file }) => /^(cli|electron|renderer|shared|tools)\//.test(file) && !file.endsWith('.test.ts'),
)

const where = (among: typeof files, pattern: RegExp) =>
  among.flatMap(({ file, lines }) =>
    lines.flatMap((line, i) => (pattern.test(line) ? [`${file}:${i + 1} ${line.trim()}`] : [])),
  )

/** One area of the business has one word, whatever layer one looks at. */
const AREAS =
  'sessions users branches customers mandates documents scanners printers keys accounts postings limits watch journal products payments tills vault books approvals intents screening backups archives jobs health audit database workstations'.split(
    ' ',
  )

/** A workstation's scanners and printers are its own settings. */
const WITHOUT_SQL = ['scanners', 'printers']

/** The values of a pattern's group among the file names. */
const names = (pattern: RegExp) => [
  ...new Set(tracked.flatMap((file) => pattern.exec(file)?.[1] ?? []).filter((name) => name !== '')),
]

describe('the repository', () => {
  test('has only the expected files and folders at its root', () => {
    const top = [...new Set(tracked.map((file) => file.split('/')[0]))].filter(
      (name) => name !== undefined && !name.startsWith('.'),
    )
    expect(top.toSorted(byText)).toEqual(
      [
        'ARCHITECTURE.md',
        'CHANGELOG.md',
        'CONTRIBUTING.md',
        'LICENSE',
        'README.md',
        'cli',
        'docs',
        'electron',
        'electron-builder.yml',
        'electron.vite.config.ts',
        'migrations',
        'package-lock.json',
        'package.json',
        'packaging',
        'renderer',
        'shared',
        'test',
        'tools',
        'tsconfig.json',
      ].toSorted(byText),
    )
  })

  test('has small files: no source file has more than 250 lines', () => {
    const long = product
      .filter(({ file, lines }) => lines.length > 250 && file !== 'electron/db/tables.ts')
      .map(({ file, lines }) => `${file} ${lines.length}`)
    expect(long).toEqual([])
  })

  test('has only the page, its entry point and configuration at the root of the renderer', () => {
    const loose = tracked.filter((file) => /^renderer\/[^/]+$/.test(file))
    expect(loose.toSorted(byText)).toEqual([
      'renderer/index.html',
      'renderer/main.tsx',
      'renderer/tsconfig.json',
    ])
  })

  test('has no barrel files', () => {
    expect(product.filter(({ file }) => /\/index\.tsx?$/.test(file)).map(({ file }) => file)).toEqual([])
  })

  test('leaves nothing unfinished and switches nothing off', () => {
    const unfinished = /\bTODO\b|FIXME|coming soon/
    const switchedOff = /@ts-(ignore|nocheck)|(oxlint|eslint)-disable|\bas any\b(?! [a-z])|: any\b(?! [a-z])/
    expect([...where(code, unfinished), ...where(code, switchedOff)]).toEqual([])
    expect(where(code, /\b(test|it|describe)\.(only|todo|fixme)\b/)).toEqual([])
  })

  test('names no machine and no registry', () => {
    const machine = /\/work\/main|\/root\/|\/home\/[a-z]+\//
    const registry = /registry\.npmjs|deb\.debian\.org/
    expect([...where(files, machine), ...where(files, registry)]).toEqual([])
  })

  test('locks the packages of every platform, or npm ci would refuse the lock file (npm run lock)', () => {
    type Entry = { optionalDependencies?: Record<string, string> }
    const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Entry> }
    const named = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))
    expect(named.filter((name) => packages[`node_modules/${name}`] === undefined)).toEqual([])
  })

  test('begins every migration with its reason', () => {
    const migrations = files.filter(({ file }) => file.startsWith('migrations/'))
    expect(migrations.filter(({ text }) => !text.startsWith('-- ')).map(({ file }) => file)).toEqual([])
  })
})

describe('the areas', () => {
  /** Where each area stands under its own word, and what else may stand there. */
  const places: [string, RegExp, string[]][] = [
    [
      'contract file',
      /^shared\/contract\/([\w-]+)\.ts$/,
      [
        'define',
        'fields',
        'may-call',
        'correction-views',
        'document-views',
        'reversal-views',
        'timeline-views',
        'book-views',
        'proof-views',
        'hold-views',
        'intent-words',
        'alert-views',
        'staff-reports',
        'bank-branches',
        'presenter',
        'passbooks',
        'kyc',
        'retention',
      ],
    ],
    ['services', /^electron\/services\/([\w-]+)\//, []],
    ['screens', /^renderer\/screens\/([\w-]+)\//, []],
    ['SQL', /^migrations\/code\/([\w-]+)\//, ['common']],
    [
      'words',
      /^renderer\/i18n\/en\/([\w-]+)\.ts$/,
      [
        'en',
        'errors',
        'errors-in-detail',
        'faults',
        'components',
        'second-factor',
        'staff-reports',
        'bank-branches',
        'handover',
        'record-types',
        'areas',
        'viewer',
        'cases',
        'document-pages',
        'passbooks',
        'kyc',
        'retention',
        'gates',
        'shell',
      ],
    ],
  ]

  test.each(places)(
    'have their %s under their own word, and nothing else is there',
    (what, place, beside) => {
      const found = names(place).filter((name) => !beside.includes(name))
      const expected = what === 'SQL' ? AREAS.filter((area) => !WITHOUT_SQL.includes(area)) : AREAS
      expect(found.toSorted(byText)).toEqual(expected.toSorted(byText))
    },
  )

  test('have their tests under their own word', () => {
    expect(AREAS.filter((area) => !tracked.some((file) => file.startsWith(`test/${area}/`)))).toEqual([])
  })
})

describe('the layers', () => {
  test('keep Electron out of everything but the window, the channel and the composition root', () => {
    const users = product.filter(({ text }) => /from 'electron'/.test(text)).map(({ file }) => file)
    const allowed = /^electron\/(main|preload|secret-box|start-studio|ipc\/channel)\.ts$|^electron\/window\//
    expect(users.filter((file) => !allowed.test(file))).toEqual([])
  })

  test('let one file call the posting functions', () => {
    const callers = product.filter(({ text }) =>
      /SELECT [^;`]*\b(post_journal|preview_journal|open_till|close_till)\(/.test(text),
    )
    expect(callers.map(({ file }) => file)).toEqual(['electron/ledger/post-journal.ts'])
  })

  test('hold no amount in a number', () => {
    expect(
      where(
        product.filter(({ file }) => !/^(electron\/print|tools)\//.test(file)),
        /\bparseFloat\(|\.toFixed\(/,
      ),
    ).toEqual([])
  })
})

describe('the contract', () => {
  test.each(Object.keys(contract))(
    '%s is named by the contract, the handler table, screens, tests, the check of packages and the page about large work, and by nothing else',
    (name) => {
      const naming = files
        .filter(({ text }) => new RegExp(`\\b${name.replace('.', '\\.')}\\b`).test(text))
        .map(({ file }) => file)
      const count = (pattern: RegExp) => naming.filter((file) => pattern.test(file)).length
      expect(
        naming.filter(
          (file) =>
            !/^(shared\/contract\/|electron\/ipc\/([a-z]+-)?handlers\.ts|renderer\/|test\/|tools\/package\/first-posting\.ts|docs\/large-work\.md)/.test(
              file,
            ),
        ),
      ).toEqual([])
      expect(count(/^shared\/contract\//)).toBe(1)
      expect(count(/^electron\/ipc\/([a-z]+-)?handlers\.ts/)).toBe(1)
      expect(count(/^renderer\//), 'screens').toBeGreaterThan(0)
      expect(count(/^test\//), 'tests').toBeGreaterThan(0)
    },
  )

  test('is what the documentation shows of who may do what', () => {
    expect(read('docs/permissions.md')).toContain(permissionTable())
  })
})

describe('the documentation', () => {
  test('walk the deposit through at most six files, and they exist', () => {
    const [, section = ''] = read('ARCHITECTURE.md').split('## The deposit walk')
    const named = [
      ...(section.split('\n## ')[0] ?? '').matchAll(/`((?:electron|renderer|shared|migrations)\/[\w./-]+)`/g),
    ].map(([, file]) => file)
    const listed = [...new Set(named)]
    expect(listed.length).toBeLessThanOrEqual(6)
    expect(listed.length).toBeGreaterThan(3)
    expect(listed.filter((file) => file === undefined || !tracked.includes(file))).toEqual([])
  })

  test('give a reason and a licence for every package, and for no other', () => {
    type Packages = Record<'dependencies' | 'devDependencies', Record<string, string>>
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Packages
    const installed = Object.keys({ ...dependencies, ...devDependencies }).map((name) => {
      const { license } = JSON.parse(read(`node_modules/${name}/package.json`)) as { license: string }
      return `${name}: ${license}`
    })
    const rows = [
      ...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` \| ([^|]+) \| [^|]+ \| [^|]+ \|$/gm),
    ]
    const listed = rows.map(([, name, licence]) => `${name}: ${licence}`)
    expect(listed.toSorted(byText)).toEqual(installed.toSorted(byText))
  })

  test('have recipes that keep their limits and name files that are there', () => {
    const [, recipes = ''] = read('CONTRIBUTING.md').split('## Recipes')
    const [, ...each] = recipes.split('\n### ')
    const steps = each.map((recipe) => recipe.match(/^\d+\. .*$/gm) ?? [])
    const written = steps.map((lines) =>
      lines.flatMap((line) =>
        [...(line.split(':')[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, file = '']) => file),
      ),
    )
    const [column = [], postingType = [], screen = [], error = []] = written
    expect(written.length).toBe(5)
    expect(column.length).toBeLessThanOrEqual(9)
    expect(postingType.length).toBeLessThanOrEqual(10)
    expect(screen.length).toBeLessThanOrEqual(8)
    // What a recipe adds has an example's name; everything else is there.
    const added = /NNNN-|post-standing-payment|list-holds|place-hold|holds-screen/
    const named = [column, postingType, screen, error].flat().filter((file) => !added.test(file))
    expect(named.filter((file) => !tracked.includes(file))).toEqual([])
  })

  test('link only to files that are there', () => {
    const links = files
      .filter(({ file }) => file.endsWith('.md'))
      .flatMap(({ file, text }) =>
        [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, to = '']) => join(file, '..', to)),
      )
    expect(
      links.filter(
        (to) =>
          !tracked.includes(to) && !tracked.some((file) => file.startsWith(`${to.replace(/\/$/, '')}/`)),
      ),
    ).toEqual([])
  })
})

describe('the editor', () => {
  test('breaks lines where Prettier does', () => {
    const { printWidth } = JSON.parse(read('.prettierrc.json')) as { printWidth: number }
    expect(read('.editorconfig')).toContain(`max_line_length = ${printWidth}\n`)
  })

  test('starts programs and npm scripts that are there', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const settings = ['launch', 'tasks'].map((name) => read(`.vscode/${name}.json`)).join('')
    const programs = [
      ...settings.matchAll(/"(?:program|runtimeExecutable)": "\$\{workspaceFolder\}\/([^"]+)"/g),
    ]
    expect(programs.filter(([, file = '']) => !existsSync(join(root, file)))).toEqual([])
    const named = [...settings.matchAll(/npm run ([\w:]+)|"script": "([^"]+)"/g)].map(
      ([, a, b]) => a ?? b ?? '',
    )
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([])
  })
})
