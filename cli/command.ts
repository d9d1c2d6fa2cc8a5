import type { Progress } from './progress.ts'
import type { Target } from './reach-database.ts'

/** What a program that started `corex` learns from its exit code; `corex --help` prints these words. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  database: 3,
  stopped: 4,
  node: 5,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

export const EXIT_WORDS: Readonly<Record<ExitCode, string>> = {
  [EXIT.done]: 'Done, and there was nothing wrong',
  [EXIT.failed]: 'It was done, and failed: what failed is said on the error output',
  [EXIT.usage]: 'The command line could not be understood; nothing was done',
  [EXIT.database]: 'The database, or the channel of updates, cannot be reached or used; nothing was done',
  [EXIT.stopped]: 'Stopped by a signal; what was finished stays',
  [EXIT.node]: 'This Node is too old',
}

/** What a command is given: where it writes, and the settings by which it finds the database. */
export type Surroundings = {
  /** One JSON document on the standard output, instead of text for people. */
  readonly json: boolean
  readonly out: (text: string) => void
  /** For people: progress and what went wrong, on the error output. */
  readonly say: (line: string) => void
  /** How far it is, on the error output too. */
  readonly progress: Progress
  readonly target: Target
  /** Ends when the program is asked to stop: Ctrl+C, or a signal of the system. */
  readonly signal: AbortSignal
}

export type Command = {
  /** One line for the list of commands. */
  readonly summary: string
  /** How it is written, one line for each form, without `corex`. */
  readonly usage: readonly string[]
  readonly run: (args: readonly string[], around: Surroundings) => Promise<ExitCode>
}

/** The answer of a command: as one JSON document, or as lines for people. */
export function answer({ json, out }: Surroundings, document: unknown, lines: () => readonly string[]): void {
  const text = json ? JSON.stringify(document, null, 2) : lines().join('\n')
  if (text !== '') out(`${text}\n`)
}
