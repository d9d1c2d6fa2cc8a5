// `npm run recover -- --user <name> (--with <name> | --sheet) --reason <words>`: lets somebody in again whose password nobody can reset. See docs/security.md.
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { askUnseen, askWords } from '../cli/ask-unseen.ts'
import { reachDatabase } from './demo/target.ts'
import { letIn, type Voucher } from './recover/let-in.ts'

const USAGE = 'npm run recover -- --user <name> (--with <name> | --sheet) --reason <words> [--data <folder>]'
const ask = (question: string) => void process.stdout.write(question)
const say = (line: string) => void process.stdout.write(`${line}\n`)

process.exitCode = await run()

async function run(): Promise<number> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    options: { user: text, with: text, reason: text, data: text, sheet: { type: 'boolean' } },
  })
  const { user: username, with: helper, reason } = values
  const bySheet = values.sheet === true
  if (username === undefined || reason === undefined || bySheet === (helper !== undefined))
    return giveUp(`Usage: ${USAGE}`)
  const migrations = join(import.meta.dirname, '../migrations')
  const reached = await reachDatabase(values.data ?? null, process.env, migrations, say)
  if (!reached.ok) return giveUp(reached.error.details?.['reason'] ?? reached.error.code)
  try {
    const by = await askVoucher(helper)
    const operator = userInfo().username
    const recovered = await letIn(reached.value.admin, { username, by, reason, operator })
    if (!recovered.ok) return giveUp(recovered.error.details?.['reason'] ?? recovered.error.code)
    say(`\nTemporary password of ${username}, shown only here: ${recovered.value}`)
    say('It is changed at the next sign-in. The audit log has this recovery.')
    return 0
  } finally {
    await reached.value.close()
  }
}

/** The password of whoever vouches, or without one the eight lines of the recovery sheet. */
async function askVoucher(helper: string | undefined): Promise<Voucher> {
  if (helper !== undefined)
    return { helper, password: (await askUnseen([`Password of ${helper}: `], ask))[0] ?? '' }
  say('Type the recovery sheet, line by line; what you type is not shown.')
  return { sheet: await askWords(ask) }
}

function giveUp(reason: string): number {
  process.stderr.write(`${reason}\n`)
  return 1
}
