import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Servers and tools of an administrator, which the PATH of a user often leaves out. */
const SYSTEM_FOLDERS = ['/usr/local/sbin', '/usr/sbin', '/sbin']

/** The PATH with the folders of servers. */
export const SYSTEM_PATH = [process.env['PATH'] ?? '', ...SYSTEM_FOLDERS].join(delimiter)

/** Whether a program is on this computer: a test that needs it skips with that reason where it is not. */
export const isInstalled = (program: string): boolean =>
  SYSTEM_PATH.split(delimiter).some((folder) => existsSync(join(folder, program)))

export type Outcome = { readonly ok: boolean; readonly said: string }

/** Runs another program, and answers whether it accepted what it was given and what it said. */
export const runProgram = (program: string, args: readonly string[]): Promise<Outcome> =>
  new Promise((resolve) => {
    execFile(program, args, { timeout: 300_000, maxBuffer: 1 << 26 }, (error, stdout, stderr) =>
      resolve({ ok: error === null, said: `${stdout}${stderr}` }),
    )
  })
