// `npm run recover -- --user <name> --with <name> --reason <words>`: lets somebody in again whose password nobody can reset. See docs/security.md.
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { reachDatabase } from './demo/target.ts'
import { letIn } from './recover/let-in.ts'

const USAGE = 'npm run recover -- --user <name> --with <name> --reason <words> [--data <folder>]'
const say = (line: string) => void process.stdout.write(`${line}\n`)

process.exitCode = await run()

async function run(): Promise<number> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ options: { user: text, with: text, reason: text, data: text } })
  const { user: username, with: helper, reason } = values
  if (username === undefined || helper === undefined || reason === undefined) return giveUp(`Usage: ${USAGE}`)
  const migrations = join(import.meta.dirname, '../migrations')
  const reached = await reachDatabase(values.data ?? null, process.env, migrations, say)
  if (!reached.ok) return giveUp(reached.error.details?.['reason'] ?? reached.error.code)
  try {
    const helpersPassword = await askUnseen(`Password of ${helper}: `)
    const operator = userInfo().username
    const recovered = await letIn(reached.value.admin, {
      username,
      helper,
      helpersPassword,
      reason,
      operator,
    })
    if (!recovered.ok) return giveUp(recovered.error.details?.['reason'] ?? recovered.error.code)
    say(`\nTemporary password of ${username}, shown only here: ${recovered.value}`)
    say('It is changed at the next sign-in. The audit log has this recovery.')
    return 0
  } finally {
    await reached.value.close()
  }
}

/** Reads a line that does not appear on the terminal. */
async function askUnseen(question: string): Promise<string> {
  process.stdout.write(question)
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({
    input: process.stdin,
    output: nowhere,
    terminal: process.stdin.isTTY,
  })
  try {
    return await lines.question('')
  } finally {
    lines.close()
  }
}

function giveUp(reason: string): number {
  process.stderr.write(`${reason}\n`)
  return 1
}
