import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { Client } from 'pg'
import type { CallInput, CallName, CallOutput, Envelope } from '../../shared/contract.ts'
import { PASSWORD, USERNAME } from './first-day.ts'
import { dataOf, type Installed } from './under-double.ts'

/** What a version of the application wrote, so that a later one can be asked for it. */

const SUPERVISOR = { username: 's.checker', fullName: 'Sam Checker', email: 'sam@example.test' }
const TEMPORARY = 'a temporary password'

/** Makes a call from inside the window, over the package's own preload script, as a screen does. */
async function call<N extends CallName>(page: Page, name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const invoke = (wanted: string, given: object) =>
    page.evaluate<Envelope<N>>(`corex.invoke(${JSON.stringify(wanted)}, ${JSON.stringify(given)})`)
  const answer = await invoke(name, input)
  if ('key' in input) await invoke('intents.acknowledge', { key: input.key })
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`)
  return answer.value
}

const signIn = (page: Page, username: string, password = PASSWORD) =>
  call(page, 'sessions.signIn', { username, password })

/** The administrator, who is signed in, makes a supervisor, who chooses a password. */
async function addSupervisor(page: Page): Promise<void> {
  const facts = { id: randomUUID(), role: 'SUPERVISOR', temporaryPassword: TEMPORARY } as const
  await call(page, 'users.create', { ...facts, ...SUPERVISOR })
  await signIn(page, SUPERVISOR.username, TEMPORARY)
  await call(page, 'sessions.changePassword', { currentPassword: TEMPORARY, newPassword: PASSWORD })
}

/** Cash comes into the vault: counted by the supervisor, and again by the administrator. Ends signed in as the supervisor. */
async function postCash(page: Page, counted: string, description: string): Promise<void> {
  await signIn(page, SUPERVISOR.username)
  const cash = { key: randomUUID(), direction: 'IN', counted, description } as const
  const { approvalId } = await call(page, 'vault.moveCash', cash)
  await signIn(page, USERNAME)
  const { hash } = await call(page, 'approvals.read', { approvalId })
  const decided = await call(page, 'approvals.approve', { approvalId, hash, passwordHalf: null, counted })
  if (decided.status !== 'APPROVED') throw new Error(`The cash was not posted: ${decided.status}`)
  await signIn(page, SUPERVISOR.username)
}

/** Every posting that the journal shows, in a line each. */
async function journal(page: Page): Promise<string[]> {
  const { rows } = await call(page, 'journal.list', { limit: 50 })
  return rows.map(({ id, reference, postedAt, amount, currency, description }) =>
    [id, reference, postedAt, amount, currency, description].join(' '),
  )
}

const before = new Map<string, { postings: readonly string[]; schema: string }>()

/** The newest migration of the embedded database, and what is wrong with its books, asked as its superuser. */
async function storedIn(installed: Installed): Promise<{ schema: string; faults: number }> {
  const folder = join(dataOf(installed), 'database')
  const [, , , port, host = ''] = readFileSync(join(folder, 'cluster/postmaster.pid'), 'utf8').split('\n')
  const password = readFileSync(join(folder, 'superuser.secret'), 'utf8').trim()
  const client = new Client({ host, port: Number(port), user: 'postgres', password, database: 'coreX-DB' })
  await client.connect()
  try {
    const { rows } = await client.query<{ schema: string; faults: number }>(
      `SELECT (SELECT max(name) FROM corex.kysely_migration) AS schema, (SELECT count(*)::int FROM corex.check_books()) AS faults`,
    )
    return rows[0] ?? { schema: 'none', faults: 0 }
  } finally {
    await client.end()
  }
}

/** Posts in a branch that has just been set up, and remembers what the journal then shows. */
export async function postFirst(page: Page, installed: Installed): Promise<void> {
  await addSupervisor(page)
  await postCash(page, '250000.00', 'Opening cash, before the upgrade')
  const { schema } = await storedIn(installed)
  before.set(installed.home, { schema, postings: await journal(page) })
}

/** Whether what was posted before is there to the letter, the books are right, and a new posting stands beside it. */
export async function postAgain(page: Page, installed: Installed): Promise<string[]> {
  const { postings = [] } = before.get(installed.home) ?? {}
  await postCash(page, '1250.50', 'More cash, after the upgrade')
  const shown = await journal(page)
  const { faults } = await storedIn(installed)
  return [
    ...(postings.length === 1 ? [] : [`${postings.length} postings were made before`]),
    ...postings.filter((line) => !shown.includes(line)).map((line) => `lost or changed: ${line}`),
    ...(shown.length === postings.length + 1 ? [] : [`the journal shows ${shown.join('; ')}`]),
    ...(faults === 0 ? [] : [`${faults} faults in the books`]),
  ]
}

/** From which schema to which its database came since `postFirst`. */
export async function schemaMoved(installed: Installed): Promise<{ from: string; to: string }> {
  return { from: before.get(installed.home)?.schema ?? 'none', to: (await storedIn(installed)).schema }
}
