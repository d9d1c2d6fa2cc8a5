import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { urlOf } from '../../electron/db/connection.ts'
import type { TestDatabase } from './database.ts'

export type Ran = { readonly code: number; readonly out: string; readonly err: string }

const PROGRAM = join(import.meta.dirname, '../../cli/corex.ts')

/** Runs the command line as a process of its own, with nothing of this machine's settings; `input` is what is typed. */
export function corex(args: readonly string[], env: NodeJS.ProcessEnv = {}, input = ''): Promise<Ran> {
  const surroundings = { PATH: process.env['PATH'], XDG_CONFIG_HOME: '/nonexistent', ...env }
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [PROGRAM, ...args], { env: surroundings }, (error, out, err) => {
      const code = error === null ? 0 : Number(error.code)
      resolve({ code, out, err })
    })
    child.stdin?.end(input)
  })
}

/** The same, by the login of the test database's first workstation. */
export const corexOn = (database: TestDatabase, settings: string, ...args: string[]): Promise<Ran> =>
  corex([...args, '--settings', settings], { COREX_DATABASE_URL: urlOf(database.workstation(1)) })
