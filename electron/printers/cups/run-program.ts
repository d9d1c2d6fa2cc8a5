import { spawn } from 'node:child_process'

export type ProgramEnv = Readonly<Record<string, string | undefined>>
type Ran = { readonly status: number | null; readonly output: string; readonly complaint: string }

/** More than `lp` and `lpstat` ever say. */
const MOST_WORDS = 262_144

/** Runs one of CUPS' programs, in its own English, with this as its input. Null where it is not installed. */
export function runProgram(
  program: 'lp' | 'lpstat' | 'cancel',
  args: readonly string[],
  { env, within, input }: { readonly env: ProgramEnv; readonly within: number; readonly input?: Uint8Array },
): Promise<Ran | null> {
  const { promise, resolve } = Promise.withResolvers<Ran | null>()
  const child = spawn(program, args, {
    env: { ...env, LC_ALL: 'C' },
    signal: AbortSignal.timeout(within),
    killSignal: 'SIGKILL',
  })
  let [output, complaint] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(0, MOST_WORDS)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(0, MOST_WORDS)
  })
  child.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') resolve(null)
  })
  child.on('close', (status) => resolve({ status, output, complaint }))
  child.stdin.on('error', () => {}) // it may end before it has read all
  child.stdin.end(input)
  return promise
}
