import * as fc from 'fast-check'
import { booksFaults } from '../support/branch.ts'
import type { TestDatabase } from '../support/database.ts'
import { aCommand, type Command } from './commands.ts'
import { expected } from './expect-command.ts'
import { brokenInvariants } from './invariants.ts'
import { at, availableOf, type Oracle, type Place } from './oracle.ts'
import type { Outcome } from './oracle-postings.ts'
import { sender } from './perform-command.ts'
import type { Proof } from './proof.ts'
import { decimal } from './terms.ts'
import { idOf, openWorld, type World } from './world.ts'

/** How long a failing sequence is made shorter. */
const SHRINKING_MS = 30_000

export const model: Proof = {
  name: 'model',
  says: 'whatever several people do in whatever order, the database answers as the oracle, and everything that must hold does',
  run: async ({ newDatabase, seed, rounds, shrinks }) => {
    const property = fc.asyncProperty(
      fc.array(aCommand, { minLength: 1, maxLength: 70, size: 'max' }),
      async (commands) => {
        await using database = await newDatabase()
        await runCommands(database, commands)
      },
    )
    const details = await fc.check(property, {
      seed,
      numRuns: rounds,
      // Long sequences from the first one on.
      unbiased: true,
      endOnFailure: !shrinks,
      ...(shrinks ? { interruptAfterTimeLimit: SHRINKING_MS + rounds * 30_000 } : {}),
    })
    if (!details.failed) return
    const [commands = []] = details.counterexample ?? []
    throw new Error(`${faultOf(details)}\nafter ${JSON.stringify(commands)}`)
  },
}

const faultOf = ({ errorInstance }: { errorInstance: unknown }) =>
  errorInstance instanceof Error ? errorInstance.message : String(errorInstance)

/** Two tellers with cash, and something on each account: so that most commands that follow have something to do. */
const BEFORE: readonly Command[] = [
  { do: 'openTill', who: 'teller', till: 0, cents: 80_000, isAgreed: true },
  { do: 'openTill', who: 'teller2', till: 1, cents: 60_000, isAgreed: true },
  { do: 'post', who: 'teller', type: 'DEPOSIT', from: 0, to: 0, cents: 30_003 },
  { do: 'post', who: 'teller', type: 'DEPOSIT', from: 0, to: 1, cents: 39_999 },
  { do: 'post', who: 'teller2', type: 'DEPOSIT', from: 0, to: 2, cents: 12_345 },
  { do: 'post', who: 'supervisor', type: 'TRANSFER', from: 3, to: 1, cents: 31_001 },
]

/** Does them one after the other, and after each compares everything with the oracle. */
export async function runCommands(database: TestDatabase, drawn: readonly Command[]): Promise<void> {
  const { world, oracle } = await openWorld(database)
  for (const [n, command] of [...BEFORE, ...drawn].entries()) {
    const step = `step ${n}: ${JSON.stringify(command)}`
    const send = sender(world, oracle, command)
    const wanted = expected(oracle, command)
    const answers = await send().catch((error: unknown) => {
      throw new Error(`${step}: ${String(error)}`, { cause: error })
    })
    if (answers.length !== wanted.length || !answers.every((answer, k) => isOneOf(answer, at(wanted, k))))
      throw new Error(`${step}: the database says ${answers.join(', ')}; the oracle ${shown(wanted)}`)
    const faults = [...(await differences(world, oracle)), ...(await brokenInvariants(database.superuser))]
    if (command.do === 'nextDay')
      faults.push(...(await booksFaults(database)).map((row) => JSON.stringify(row)))
    if (faults.length > 0) throw new Error(`${step}:\n  ${faults.join('\n  ')}`)
  }
}

const isOneOf = (answer: string, wanted: Outcome) =>
  typeof wanted === 'string' ? answer === wanted : wanted.has(answer)
const shown = (wanted: readonly Outcome[]) =>
  wanted.map((each) => (typeof each === 'string' ? each : [...each].join(' or '))).join(', ')

type Row = {
  id: string
  kind: string
  customers: boolean
  book: string
  held: string
  left: string
  status: string
}

/** Where the database and the oracle differ: every account, whatever can be drawn of it, and how each posting stands. */
async function differences(world: World, oracle: Oracle): Promise<string[]> {
  const { superuser } = world.branch.database
  const { rows } = await superuser.query<Row>(
    `SELECT a.id, a.account_type AS kind, b.held, b.available_balance AS left, a.status,
       CASE k.normal_side WHEN 'DEBIT' THEN b.ledger_balance ELSE -b.ledger_balance END AS book
     FROM accounts a JOIN balances b ON b.account_id = a.id JOIN account_kinds k USING (account_type)`,
  )
  const found: string[] = []
  const compare = (what: string, is: string | undefined, should: string) => {
    if (is !== should) found.push(`${what} is ${is} and should be ${should}`)
  }
  const rowOf = (place: Place) => {
    const id = idOf(world, place)
    return rows.find((row) => (id === undefined ? row.kind === place : row.id === id))
  }
  for (const [place, cents] of oracle.books) compare(place, rowOf(place)?.book ?? '0.00', decimal(cents))
  for (const [index, { held, status }] of oracle.accounts.entries()) {
    const row = rowOf(`account ${index}`)
    compare(`what is held of account ${index}`, row?.held, decimal(held))
    compare(`what is left of account ${index}`, row?.left, decimal(availableOf(oracle, index)))
    compare(`the status of account ${index}`, row?.status, status)
  }
  const states = await superuser.query<{ id: string; status: string }>('SELECT id, status FROM transactions')
  const byId = new Map(states.rows.map(({ id, status }) => [id, status]))
  for (const [n, { state }] of oracle.postings.entries())
    compare(`posting ${n}`, byId.get(at(world.posted, n).id), state)
  return found
}
