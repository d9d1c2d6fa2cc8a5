import { spawn } from 'node:child_process'

export type Ran = { readonly code: number; readonly out: string; readonly err: string }
export type Run = (program: string, args: readonly string[]) => Promise<Ran>

/** No question on a screen that nobody sees, and words that a program can read. */
const QUIET = { LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' }

/** dpkg refuses to begin where it does not find the system's own programs, which a scheduler such as cron does not name. */
const path = (): { PATH?: string } =>
  process.platform === 'win32' ? {} : { PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` }

/**
 * Runs a program of the system to its end, in a group of its own: Ctrl+C at the terminal would otherwise end an installer half-way. One that
 * is not there has the code 127, as in a shell.
 */
export const runProgram: Run = (program, args) =>
  new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
      env: { ...process.env, ...path(), ...QUIET },
    })
    const said = { out: '', err: '' }
    child.stdout.on('data', (part) => (said.out += String(part)))
    child.stderr.on('data', (part) => (said.err += String(part)))
    child.on('error', (error) => resolve({ code: 127, ...said, err: String(error) }))
    child.on('close', (code) => resolve({ code: code ?? 1, ...said }))
  })
