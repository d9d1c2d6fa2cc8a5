import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { urlOf } from '../../electron/db/connection.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'

export type Ran = { readonly code: number; readonly out: string; readonly err: string }

const PROGRAM = join(import.meta.dirname, '../../cli/corex.ts')

/** Runs the command line as a process of its own, with nothing of this machine's settings. `input` is what is typed, `stopAt` what it says when it is told to end. */
export function corex(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  input = '',
  stopAt?: RegExp,
): Promise<Ran> {
  const surroundings = { PATH: process.env['PATH'], XDG_CONFIG_HOME: '/nonexistent', ...env }
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [PROGRAM, ...args], { env: surroundings }, (error, out, err) => {
      // One that a signal ended has no exit code.
      const code = error === null ? 0 : Number(error.code ?? NaN)
      resolve({ code, out, err })
    })
    child.stdin?.end(input)
    let said = ''
    child.stderr?.on('data', (part) => {
      said += String(part)
      // Once, because the second one ends it on the spot.
      if (stopAt?.test(said) === true && !child.killed) child.kill('SIGINT')
    })
  })
}

/** The same, by the login of the test database's first workstation. */
export const corexOn = (database: TestDatabase, settings: string, ...args: string[]): Promise<Ran> =>
  corex([...args, '--settings', settings], { COREX_DATABASE_URL: urlOf(database.workstation(1)) })

/** A database and a settings folder for the commands of one test file, called once at its top. */
export async function commandsForFile(): Promise<{ database: TestDatabase; settings: string }> {
  const database = await createTestDatabase()
  const settings = mkdtempSync(join(tmpdir(), 'corex-cli-'))
  afterAll(async () => {
    rmSync(settings, { recursive: true })
    await database.drop()
  })
  return { database, settings }
}
