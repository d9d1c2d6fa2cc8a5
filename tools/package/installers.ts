import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }
import { builder } from './build-folder.ts'
import { type Finding, finding } from './finding.ts'
import { whichOf } from './run.ts'
import type { Target } from './target.ts'

/** Each kind of package for Linux, the program that makes it, and where that comes from. */
const KINDS = [
  { kind: 'deb', programs: ['dpkg-deb'], from: 'the package dpkg' },
  { kind: 'rpm', programs: ['rpmbuild'], from: 'the package rpm' },
  { kind: 'tar.gz', programs: ['7zz', '7za', '7z'], from: 'the package 7zip' },
  { kind: 'zip', programs: ['7zz', '7za', '7z'], from: 'the package 7zip' },
] as const

export type Kind = (typeof KINDS)[number]['kind']

const DEB_ARCH = { x64: 'amd64', arm64: 'arm64' } as const
const RPM_ARCH = { x64: 'x86_64', arm64: 'aarch64' } as const

/** The file of a kind, by electron-builder's own patterns. */
export function fileOf(
  dist: string,
  kind: Kind,
  { arch }: Target,
  version: string = manifest.version,
): string {
  const { name } = manifest
  const ofArch = arch === 'x64' ? '' : `-${arch}`
  const names: Record<Kind, string> = {
    deb: `${name}_${version}_${DEB_ARCH[arch]}.deb`,
    rpm: `${name}-${version}.${RPM_ARCH[arch]}.rpm`,
    'tar.gz': `${name}-${version}${ofArch}.tar.gz`,
    zip: `${name}-${version}${ofArch}.zip`,
  }
  return join(dist, names[kind])
}

/** The kinds whose programs are not here, in words. */
export const missingTools = (): string[] =>
  KINDS.filter(({ programs }) => whichOf(...programs) === null).map(
    ({ kind, programs, from }) => `${kind}: ${programs[0]} is missing (${from})`,
  )

export const possibleKinds = (): Kind[] =>
  KINDS.filter(({ programs }) => whichOf(...programs) !== null).map(({ kind }) => kind)

/** Makes packages from a folder that is made already; `version` makes them look like an older one's. */
export function makeInstallers(root: string, target: Target, kinds: readonly Kind[], version?: string): void {
  const seven = whichOf('7zz', '7za', '7z')
  const env = {
    CUSTOM_FPM_PATH: join(root, 'tools/package/fpm.ts'),
    ...(seven === null ? {} : { ELECTRON_BUILDER_7ZIP_PATH: seven }),
  }
  // It is installed once and thrown away, so that it need not be small.
  const quick = ['-c.deb.compression=gz']
  const older = version === undefined ? [] : [`-c.extraMetadata.version=${version}`, ...quick]
  builder(root, root, target, kinds, ['--prepackaged', join(root, 'dist', target.folder), ...older], env)
}

const say = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', maxBuffer: 100_000_000 })

/** What a package says of itself, and the files in it. */
const DESCRIBE: Record<Kind, (file: string) => { facts: string; files: string }> = {
  deb: (file) => ({ facts: say('dpkg-deb', '--field', file), files: say('dpkg-deb', '--contents', file) }),
  rpm: (file) => ({ facts: say('rpm', '-qpi', '--requires', file), files: say('rpm', '-qpl', file) }),
  'tar.gz': (file) => ({ facts: '', files: say('tar', '-tzf', file) }),
  zip: (file) => ({ facts: '', files: say(whichOf('7zz', '7za', '7z') ?? '7zz', 'l', '-ba', file) }),
}

const FACTS: Record<string, readonly RegExp[]> = {
  deb: [
    new RegExp(`^Version: ${manifest.version}$`, 'm'),
    new RegExp(`^Maintainer: ${manifest.author.name} <${manifest.author.email}>$`, 'm'),
    new RegExp(`^Homepage: ${manifest.homepage}$`, 'm'),
    /^Depends: .*libgtk-3-0,.* libgbm1, libasound2t64 \| libasound2$/m,
    /^Description: \S/m,
  ],
  rpm: [
    new RegExp(`^Version +: ${manifest.version}$`, 'm'),
    new RegExp(`^Packager +: ${manifest.author.name} <${manifest.author.email}>$`, 'm'),
    new RegExp(`^URL +: ${manifest.homepage}$`, 'm'),
    new RegExp(`^License +: ${manifest.license}$`, 'm'),
    /^Summary +: \S/m,
    /^gtk3$/m,
    /^\(mesa-libgbm or libgbm1\)$/m,
    /^\(alsa-lib or libasound2\)$/m,
  ],
}
const FILES = [/resources[/\\]app\.asar$/m, /licences[/\\]NOTICES\.txt$/m, /(^|[/ ])corex-teller( .*)?$/m]
const SYSTEM_FILES = [/applications\/corex-teller\.desktop/, /hicolor\/256x256\/apps\/corex-teller\.png/]

function describe(file: string, kind: Kind): string[] {
  if (!existsSync(file)) return [`missing: ${file}`]
  const { facts, files } = DESCRIBE[kind](file)
  const expected = kind in FACTS ? [...FILES, ...SYSTEM_FILES] : FILES
  return [
    ...(FACTS[kind] ?? [])
      .filter((fact) => !fact.test(facts))
      .map((fact) => `it does not say ${fact.source}`),
    ...expected.filter((name) => !name.test(files)).map((name) => `no file ${name.source}`),
  ]
}

export const examineInstallers = (dist: string, target: Target, kinds: readonly Kind[]): Promise<Finding[]> =>
  Promise.all(
    kinds.map((kind) =>
      finding(`the ${kind} says what it is, and holds what it should`, () =>
        describe(fileOf(dist, kind, target), kind),
      ),
    ),
  )
