import { type Command, EXIT_WORDS } from './command.ts'

export const helpOf = ({ summary, usage }: Command): string =>
  [`${summary}.`, '', 'Usage:', ...usage.map((line) => `  corex ${line}`), ''].join('\n')

export function helpOfAll(commands: Readonly<Record<string, Command>>): string {
  const list = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(12)} ${summary}`)
  const codes = Object.entries(EXIT_WORDS).map(([code, words]) => `  ${code}  ${words}`)
  return [
    'corex: the work of CoreX Teller that needs no window.',
    '',
    'Usage:',
    '  corex <command> [--json] [--settings <folder>]',
    '  corex <command> --help',
    '  corex --version',
    '',
    'Commands:',
    ...list,
    '',
    'The database is that of the application: COREX_DATABASE_URL, else the saved server, else the embedded one.',
    '  --json               one JSON document on the standard output',
    '  --settings <folder>  the folder of connection.json, instead of that of the application',
    '',
    'Exit codes:',
    ...codes,
    '',
  ].join('\n')
}
