import { spawnSync } from 'node:child_process'

type Options = { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> }

/** Runs a program to its end with its output shown; throws where it fails. */
export function run(command: string, args: readonly string[], { cwd, env = {} }: Options = {}): void {
  const { status, error } = spawnSync(command, args, {
    cwd,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  if (error !== undefined) throw error
  if (status !== 0) throw new Error(`${command} ${args[0] ?? ''} failed`)
}

/** Where a program is, if it is installed. */
export function whichOf(...names: readonly string[]): string | null {
  for (const name of names) {
    const { status, stdout } = spawnSync(process.platform === 'win32' ? 'where' : 'which', [name], {
      encoding: 'utf8',
    })
    if (status === 0) return stdout.trim().split('\n')[0] ?? null
  }
  return null
}
