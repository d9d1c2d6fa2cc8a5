import { existsSync } from 'node:fs'
import type { Run } from './run-program.ts'

/** How this program came onto the computer. */
export type Installed = {
  /** Of the package that brings it anew; null where none did. */
  readonly kind: 'deb' | 'rpm' | 'msi' | 'pkg' | null
  /** In words, where none did. */
  readonly how: string
  /** What the system says that it has. */
  readonly version: string
  /** False after an installation that was cut off: the same version may then be installed again. */
  readonly isWhole: boolean
}

/** What is asked of a computer. */
type Asked = {
  readonly system: NodeJS.Platform
  /** This program's own file. */
  readonly program: string
  /** What the program says of itself. */
  readonly version: string
  readonly run: Run
}

const none = (how: string, { version }: Asked): Installed => ({ kind: null, how, version, isWhole: true })

/** Asks the system by which package the file of this program was installed. */
export async function findInstalled(asked: Asked): Promise<Installed> {
  if (asked.system === 'win32') return onWindows(asked)
  if (asked.system === 'darwin') return onMac(asked)
  return (await byDpkg(asked)) ?? (await byRpm(asked)) ?? none('unpacked from an archive', asked)
}

/** A name has no comma; several packages that share a file are named before the colon. */
async function byDpkg({ program, run }: Asked): Promise<Installed | null> {
  const owner = await run('/usr/bin/dpkg-query', ['--search', program])
  const [, name] = /^([a-z0-9][a-z0-9+.-]+)(?::[a-z0-9]+)?: \//m.exec(owner.out) ?? []
  if (owner.code !== 0 || name === undefined) return null
  const shown = await run('/usr/bin/dpkg-query', [
    '--show',
    '--showformat=${db:Status-Status} ${Version}',
    name,
  ])
  const [status, version = ''] = shown.out.trim().split(' ')
  return { kind: 'deb', how: '', version, isWhole: status === 'installed' }
}

async function byRpm({ program, run }: Asked): Promise<Installed | null> {
  const owner = await run('/usr/bin/rpm', ['--query', '--file', '--queryformat', '%{VERSION}\\n', program])
  const [version = ''] = owner.out.trim().split('\n').slice(-1)
  return owner.code === 0 ? { kind: 'rpm', how: '', version, isWhole: true } : null
}

/** Only administrators write to this folder, so that what lies there was installed; the other installer leaves its uninstaller beside the program. */
async function onWindows(asked: Asked): Promise<Installed> {
  const [, folder] = /^(C:\\Program Files\\[^\\]+)\\/i.exec(asked.program) ?? []
  if (folder === undefined) return none('unpacked from an archive', asked)
  if (existsSync(`${folder}\\Uninstall CoreX Teller.exe`))
    return none('installed by the Setup program', asked)
  return { kind: 'msi', how: '', version: asked.version, isWhole: true }
}

async function onMac(asked: Asked): Promise<Installed> {
  const receipt = await asked.run('/usr/sbin/pkgutil', ['--pkg-info', 'org.corex.teller'])
  const isThere = receipt.code === 0 && asked.program.startsWith('/Applications/')
  if (!isThere) return none('copied to where it is', asked)
  return { kind: 'pkg', how: '', version: asked.version, isWhole: true }
}
