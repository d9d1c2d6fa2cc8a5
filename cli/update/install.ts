import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { ok } from '../../shared/result.ts'
import type { Installed } from './installed.ts'
import type { Run } from './run-program.ts'
import { type Tried, updateFault } from './update-fault.ts'

type Kind = NonNullable<Installed['kind']>
type Line = { readonly program: string; readonly args: readonly string[] }

/** It looks for what a package depends on before it changes anything; dpkg alone leaves one that lacks something half installed. */
const APT = '/usr/bin/apt-get'
const APT_ARGS = [
  '--yes',
  '--no-remove',
  '--no-install-recommends',
  '-o',
  'DPkg::Lock::Timeout=60',
  'install',
]

const LINES: Readonly<Record<Kind, (file: string) => Line>> = {
  deb: (file) =>
    existsSync(APT)
      ? { program: APT, args: [...APT_ARGS, file] }
      : { program: '/usr/bin/dpkg', args: ['--install', file] },
  rpm: (file) => ({ program: '/usr/bin/rpm', args: ['--upgrade', file] }),
  msi: (file) => ({
    program: String.raw`C:\Windows\System32\msiexec.exe`,
    args: ['/i', file, '/qn', '/norestart'],
  }),
  pkg: (file) => ({ program: '/usr/sbin/installer', args: ['-pkg', file, '-target', '/'] }),
}

/** Windows Installer's ERROR_SUCCESS_REBOOT_REQUIRED: done, and files in use are replaced when the computer starts again. */
const DONE_AT_RESTART = 3010

export const installLine = (kind: Kind, file: string): Line => LINES[kind](file)

/** Installs a package by the system's own program, and waits for its end. Fault: INSTALL_FAILED with the last words that it said. */
export async function install(kind: Kind, file: string, run: Run): Promise<Tried<null>> {
  const { program, args } = installLine(kind, file)
  const { code, out, err } = await run(program, args)
  if (code === 0 || (kind === 'msi' && code === DONE_AT_RESTART)) return ok(null)
  const said = `${out}\n${err}`.trim().split('\n').slice(-4).join(' / ')
  return updateFault('INSTALL_FAILED', { program, file: basename(file), said: `${said} (${code})` })
}
