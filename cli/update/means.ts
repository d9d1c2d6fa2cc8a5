import { execFileSync } from 'node:child_process'
import { realpathSync } from 'node:fs'
import manifest from '../../package.json' with { type: 'json' }
import type { Attempt } from '../../electron/db/fault.ts'
import { type MachinePolicy, readMachinePolicy } from '../../electron/db/machine-policy.ts'
import { type Run, runProgram } from './run-program.ts'
import { parentOf } from './work-folder.ts'

/** What an update needs of the computer on which it runs. */
export type Means = {
  readonly system: NodeJS.Platform
  readonly arch: string
  /** This program's own file, without links. */
  readonly program: string
  readonly version: string
  readonly isAdministrator: boolean
  readonly policy: () => Promise<Attempt<MachinePolicy | null>>
  /** Where the folder is made into which a package is copied. */
  readonly parent: string
  readonly authorities: readonly string[] | null
  readonly silenceMs: number
  readonly run: Run
}

const SILENCE_MS = 30_000

export const meansHere = (): Means => ({
  system: process.platform,
  arch: process.arch,
  program: realpathSync(process.argv[1] ?? import.meta.filename),
  version: manifest.version,
  isAdministrator: process.getuid === undefined ? isElevated() : process.getuid() === 0,
  policy: () => readMachinePolicy(),
  parent: parentOf(process.platform),
  authorities: null,
  silenceMs: SILENCE_MS,
  run: runProgram,
})

/** fltmc lists the drivers of file systems, to administrators only. */
function isElevated(): boolean {
  try {
    execFileSync(String.raw`C:\Windows\System32\fltmc.exe`, { stdio: 'ignore', windowsHide: true })
    return true
  } catch {
    return false
  }
}
