import { join } from 'node:path'

/** A kind of computer that packages are made for, and how each of its parts calls it. */
export type Target = {
  readonly system: 'linux' | 'win32' | 'darwin'
  readonly arch: 'x64' | 'arm64'
  /** As the packages of PostgreSQL's programs call the system. */
  readonly postgres: 'linux' | 'windows' | 'darwin'
  /** electron-builder's option. */
  readonly option: '--linux' | '--win' | '--mac'
  /** The folder that electron-builder makes, in its own folder. */
  readonly folder: string
  /** Where in that folder the archive and what lies beside it are. */
  readonly resources: string
  /** What a person starts. */
  readonly executable: string
  /** The file that holds Electron's fuses. */
  readonly fused: string
}

const MAC = 'CoreX Teller.app'

export const TARGETS: readonly Target[] = [
  {
    system: 'linux',
    arch: 'x64',
    postgres: 'linux',
    option: '--linux',
    folder: 'linux-unpacked',
    resources: 'resources',
    executable: 'corex-teller',
    fused: 'corex-teller',
  },
  {
    system: 'win32',
    arch: 'x64',
    postgres: 'windows',
    option: '--win',
    folder: 'win-unpacked',
    resources: 'resources',
    executable: 'CoreX Teller.exe',
    fused: 'CoreX Teller.exe',
  },
  {
    system: 'darwin',
    arch: 'arm64',
    postgres: 'darwin',
    option: '--mac',
    folder: 'mac-arm64',
    resources: join(MAC, 'Contents/Resources'),
    executable: join(MAC, 'Contents/MacOS/CoreX Teller'),
    fused: join(MAC, 'Contents/Frameworks/Electron Framework.framework/Electron Framework'),
  },
]

/** The kind of computer that this is. */
export function ownTarget(): Target {
  const base = TARGETS.find(({ system }) => system === process.platform)
  if (base === undefined) throw new Error(`No package is made for ${process.platform}`)
  if (process.arch !== 'x64' && process.arch !== 'arm64')
    throw new Error(`No package is made for ${process.arch}`)
  const beside = { linux: 'linux', win32: 'win', darwin: 'mac' }[base.system]
  const ofArch = process.arch === 'x64' ? '' : `-${process.arch}`
  const folder = base.system === 'darwin' ? `${beside}${ofArch}` : `${beside}${ofArch}-unpacked`
  return { ...base, arch: process.arch, folder }
}
