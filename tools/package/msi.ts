import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }
import { filesIn } from './files-in.ts'
import type { Finding } from './finding.ts'
import { finding } from './finding.ts'
import { run } from './run.ts'

/** The same in every version, and in electron-builder.yml: by it Windows knows that a version takes the place of another. */
const UPGRADE_CODE = '2E0B6C1B-6C0B-4B0E-9A57-6B1B7B0F6D10'
const EXECUTABLE = 'CoreX Teller.exe'

/** A name for each path that stays the same from version to version. */
const hash = (text: string): string => createHash('sha256').update(`corex-teller ${text}`).digest('hex')
const id = (kind: string, path: string): string => `${kind}${hash(path).slice(0, 24)}`
const guid = (path: string): string =>
  hash(path)
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-5$3-8$4-$5')
    .toUpperCase()

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

const SHORTCUT = `<Shortcut Id="InMenu" Directory="ProgramMenuFolder" Name="CoreX Teller" WorkingDirectory="APPLICATIONFOLDER" Advertise="yes" Icon="icon.ico" IconIndex="0"/>`

function file(folder: string, path: string, name: string): string {
  const inside = path === '' && name === EXECUTABLE ? SHORTCUT : ''
  const where = join(path, name)
  return `<File Id="${id('f', where)}" Name="${escape(name)}" Source="${escape(join(basename(folder), where))}">${inside}</File>`
}

/** The components made on the way are gathered, because the feature names each. */
function directory(folder: string, path: string, gathered: string[]): string {
  const entries = readdirSync(join(folder, path), { withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const component = id('c', `${path}/`)
  if (files.length > 0) gathered.push(component)
  const here =
    files.length === 0
      ? ''
      : `<Component Id="${component}" Guid="${guid(`${path}/`)}">${files.map(({ name }) => file(folder, path, name)).join('')}</Component>`
  const below = entries
    .filter((entry) => entry.isDirectory())
    .map(
      ({ name }) =>
        `<Directory Id="${id('d', join(path, name))}" Name="${escape(name)}">${directory(folder, join(path, name), gathered)}</Directory>`,
    )
  return here + below.join('')
}

/** The source of an msi for a folder: for the machine, upgraded in place; the data lies elsewhere and stays. */
export function wxs(folder: string, version: string, icon: string): string {
  const components: string[] = []
  const tree = directory(folder, '', components)
  return `<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
  <Product Id="*" Name="CoreX Teller" Language="1033" Version="${version}" Manufacturer="${escape(manifest.author.name)}" UpgradeCode="${UPGRADE_CODE}">
    <Package InstallerVersion="500" Compressed="yes" InstallScope="perMachine" Description="${escape(manifest.description)}"/>
    <MajorUpgrade DowngradeErrorMessage="A newer version of CoreX Teller is installed."/>
    <Media Id="1" Cabinet="corex.cab" EmbedCab="yes"/>
    <Icon Id="icon.ico" SourceFile="${escape(icon)}"/>
    <Property Id="ARPPRODUCTICON" Value="icon.ico"/>
    <Property Id="ARPURLINFOABOUT" Value="${escape(manifest.homepage)}"/>
    <Directory Id="TARGETDIR" Name="SourceDir">
      <Directory Id="ProgramMenuFolder"/>
      <Directory Id="ProgramFiles64Folder">
        <Directory Id="APPLICATIONFOLDER" Name="CoreX Teller">${tree}</Directory>
      </Directory>
    </Directory>
    <Feature Id="Application" Level="1">${components.map((name) => `<ComponentRef Id="${name}"/>`).join('')}</Feature>
  </Product>
</Wix>
`
}

export const msiOf = (dist: string): string => join(dist, `${manifest.name}-${manifest.version}.msi`)

/** Makes the msi by wixl, on a computer that has no WiX. */
export function makeMsi(dist: string, folder: string, icon: string): void {
  const source = join(dist, 'corex-teller.wxs')
  writeFileSync(source, wxs(folder, manifest.version, relative(dist, icon)))
  run('wixl', ['--arch', 'x64', '--output', msiOf(dist), source], { cwd: dist }) // it takes paths from there only
  rmSync(source)
}

const table = (dist: string, name: string): string =>
  execFileSync('msiinfo', ['export', msiOf(dist), name], { encoding: 'utf8', maxBuffer: 100_000_000 })

/** Reads the msi back: the files of the folder, what it says of itself, and that an older version goes. */
export const examineMsi = (dist: string, folder: string): Promise<Finding> =>
  finding('the msi holds the folder, for the machine, and upgrades in place', () => {
    const files = table(dist, 'File').trim().split('\n').length - 3 // three lines of head
    const properties = table(dist, 'Property')
    const upgrade = table(dist, 'Upgrade')
    const expected = filesIn(folder).length
    return [
      ...(files === expected ? [] : [`${files} files of ${expected}`]),
      ...[`ProductVersion\t${manifest.version}`, 'ALLUSERS\t1', UPGRADE_CODE]
        .filter((text) => !properties.includes(text))
        .map((text) => `it does not say ${text}`),
      ...(upgrade.includes(UPGRADE_CODE) ? [] : ['it leaves an older version there']),
    ]
  })
