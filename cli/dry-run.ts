import { parseArgs } from 'node:util'
import type { Surroundings } from './command.ts'

/** Whether `--dry-run` was given to a command that knows nothing else; null, and said, where there is another word. */
export function isDryRun(name: string, args: readonly string[], { say }: Surroundings): boolean | null {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { 'dry-run': { type: 'boolean' } },
    strict: false,
    allowPositionals: true,
  })
  if (positionals.length === 0 && Object.keys(values).every((given) => given === 'dry-run'))
    return values['dry-run'] === true
  say(`There is no such form: corex ${name} --help`)
  return null
}
