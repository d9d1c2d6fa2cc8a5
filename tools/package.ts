/**
 * npm run package: makes the packages that this computer can make, examines each, and says what was left out and why.
 * `-- --folder` stops after the unpacked folder of this system, `-- --own` after the packages of this system. `-- --previous <commit>`
 * upgrades in the clean root from the packages of that commit; without it, from this content under a lower number.
 */
import { globSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import manifest from '../package.json' with { type: 'json' }
import { findElectron } from './checks.mjs'
import { builder, type Built, buildFolder, bundle, electronVersion } from './package/build-folder.ts'
import { writeChannel } from './package/channel.ts'
import { canHaveCleanRoot, examineInstallation } from './package/clean-root.ts'
import { examineContents } from './package/contents.ts'
import { type Finding, report } from './package/finding.ts'
import {
  examineInstallers,
  fileOf,
  makeInstallers,
  missingTools,
  possibleKinds,
} from './package/installers.ts'
import { examineMacImports } from './package/mac-imports.ts'
import { examineMsi, makeMsi } from './package/msi.ts'
import { withoutLicence } from './package/notices.ts'
import { run, whichOf } from './package/run.ts'
import { previousPackages } from './package/previous.ts'
import { billOfMaterials } from './package/sbom.ts'
import { makeIcuSmaller } from './package/smaller-icu.ts'
import { examineShipped } from './package/smoke.ts'
import { examineStart } from './package/start.ts'
import { ownTarget, type Target, TARGETS } from './package/target.ts'
import { addRuntime, examineImports, missingRuntime, runtimeAdvice } from './package/windows-runtime.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const leftOut: string[] = []

/** The maps of this build, for whoever reads a crash report; they are in no package. */
function keepMaps(): void {
  const file = join(dist, `${manifest.name}-${manifest.version}-source-maps.tar.gz`)
  run('tar', ['-czf', file, '-C', root, ...globSync('out/**/*.map', { cwd: root })])
}

function writeBill(target: Target, { components }: Built): void {
  const bill = billOfMaterials(manifest, electronVersion(root), target, components)
  const file = `${manifest.name}-${manifest.version}-${target.system}-${target.arch}.cdx.json`
  writeFileSync(join(dist, file), `${JSON.stringify(bill, null, 2)}\n`)
}

/** Linux's are found by starting the package. */
async function importsIn(folder: string, target: Target): Promise<Finding[]> {
  if (target.system === 'win32') return [await examineImports(folder)]
  return target.system === 'darwin' ? [await examineMacImports(join(folder, target.resources))] : []
}

async function makeFolder(target: Target): Promise<{ folder: string; findings: Finding[] }> {
  const built = await buildFolder(root, target)
  writeBill(target, built)
  if (target.system === 'win32') addRuntime(join(built.folder, target.resources))
  if (target.system === 'linux') makeIcuSmaller(join(built.folder, target.resources))
  const findings = [
    { claim: 'no part of it lacks a licence and its text', against: withoutLicence(built.components) },
    ...examineContents(built.folder, target, root),
    ...(await importsIn(built.folder, target)),
  ]
  return { folder: built.folder, findings }
}

function section(title: string, findings: readonly Finding[]): boolean {
  console.log(`\n${title}`)
  return report(findings)
}

async function ownFolder(target: Target): Promise<boolean> {
  const { folder, findings } = await makeFolder(target)
  const started = target.system === 'linux' ? await examineStart(folder, target, root) : []
  const shipped =
    findElectron().binary === undefined ? [] : await examineShipped(join(folder, target.executable))
  if (shipped.length === 0)
    leftOut.push("starting the executable that is shipped: Electron's binary is not here")
  return section(`The folder for ${target.system}-${target.arch}`, [...findings, ...started, ...shipped])
}

/** What only Windows and macOS themselves can make. */
function otherPackages(target: Target): void {
  const folder = join(dist, target.folder)
  const missing = target.system === 'win32' ? missingRuntime(folder) : []
  if (missing.length > 0) leftOut.push(runtimeAdvice(missing))
  else if (target.system === 'win32') builder(root, root, target, ['nsis', 'msi'], ['--prepackaged', folder])
  else builder(root, root, target, ['dmg', 'pkg'], ['--prepackaged', join(folder, 'CoreX Teller.app')])
}

/** The packages for Linux, and each installed, started, upgraded and removed where a root of its own can be had. */
async function linuxPackages(target: Target, previous: string | undefined): Promise<boolean> {
  leftOut.push(...missingTools())
  const kinds = possibleKinds()
  makeInstallers(root, target, kinds)
  const good = section('The packages for Linux', await examineInstallers(dist, target, kinds))
  const managers = (['deb', 'rpm'] as const).filter((kind) => kinds.includes(kind))
  if (!canHaveCleanRoot()) {
    leftOut.push('installing deb and rpm in a root of its own: this needs root, and the right to mount')
    return good
  }
  const older = await previousPackages(root, target, managers, previous)
  const found = managers.flatMap((kind) =>
    examineInstallation(root, kind, older.fileOf(kind), fileOf(dist, kind, target), older.root),
  )
  older.remove()
  return section(`Installed, upgraded from ${older.name} and removed in a clean root`, found) && good
}

async function msi(folder: string): Promise<Finding[]> {
  const missing = missingRuntime(folder)
  if (missing.length > 0) leftOut.push(runtimeAdvice(missing))
  else if (whichOf('wixl') === null || whichOf('msiinfo') === null)
    leftOut.push('msi: wixl and msiinfo are missing (the packages wixl and msitools)')
  else {
    makeMsi(dist, folder, join(root, '.cache/package/icon.ico'))
    return [await examineMsi(dist, folder)]
  }
  return []
}

/** What another system's package holds can be made and read here; whether it starts there cannot be seen. */
async function foreignFolder(target: Target): Promise<boolean> {
  const { folder, findings } = await makeFolder(target)
  const more = target.system === 'win32' ? await msi(folder) : []
  return section(`The folder for ${target.system}-${target.arch}`, [...findings, ...more])
}

/** What the other systems' packages hold. */
async function otherFolders(own: Target): Promise<boolean[]> {
  const good: boolean[] = []
  for (const target of TARGETS.filter(({ system }) => system !== own.system))
    good.push(await foreignFolder(target))
  return good
}

async function main(): Promise<boolean> {
  const option = { type: 'boolean', default: false } as const
  const { values } = parseArgs({ options: { folder: option, own: option, previous: { type: 'string' } } })
  const own = ownTarget()
  const began = Date.now()
  mkdirSync(dist, { recursive: true })
  bundle(root)
  keepMaps()
  const good = [await ownFolder(own)]
  if (!values.folder && own.system === 'linux') good.push(await linuxPackages(own, values.previous))
  if (!values.folder && own.system !== 'linux') otherPackages(own)
  if (!values.folder && !values.own && own.system === 'linux') good.push(...(await otherFolders(own)))
  if (!values.folder)
    console.log(`\n${await writeChannel(dist, manifest.version, process.env['COREX_CHANNEL_KEY'], began)}`)
  for (const line of leftOut) console.log(`left out  ${line}`)
  return good.every(Boolean)
}

process.exitCode = (await main()) ? 0 : 1
