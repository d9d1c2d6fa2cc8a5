import { Client, DatabaseError } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clientConfig } from '../../electron/db/connection.ts'
import { booksFaults } from '../support/branch.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { type Actor, type Attack, type Expectation, RECONNECT } from './attack.ts'
import { type AttackedBranch, createAttackedBranch } from './attacked-branch.ts'
import { accounts } from './attacks/accounts.ts'
import { branches } from './attacks/branches.ts'
import { documents } from './attacks/documents.ts'
import { identity } from './attacks/identity.ts'
import { internals } from './attacks/internals.ts'
import { postings } from './attacks/postings.ts'
import { reading } from './attacks/reading.ts'
import { server } from './attacks/server.ts'
import { tills } from './attacks/tills.ts'
import { writing } from './attacks/writing.ts'
import { snapshot } from './snapshot.ts'

const THEMES = {
  identity,
  reading,
  writing,
  documents,
  accounts,
  postings,
  tills,
  branches,
  internals,
  server,
}

let database: TestDatabase
let attacked: AttackedBranch
let before: Awaited<ReturnType<typeof snapshot>>

beforeAll(async () => {
  database = await createTestDatabase()
  attacked = await createAttackedBranch(database)
  before = await snapshot(database)
})
afterAll(async () => {
  await Promise.all([...shared.values()].map((client) => client.end()))
  await database.drop()
})

describe.each(Object.entries(THEMES))('%s', (_theme, attacks) => {
  test.each(attacks.map((attack) => [`${attack.as}: ${attack.name}`, attack] as const))(
    '%s',
    async (_name, attack) => {
      expect(await outcomeOf(attack)).toMatchObject(expected(attack.expect))
    },
  )
})

test('after all attacks the data is unchanged', async () => {
  const after = await snapshot(database)
  // Only passwords that were tried may have left a trace.
  expect({ ...after.tables, sign_in_attempts: before.tables['sign_in_attempts'] }).toEqual(before.tables)
  expect(after.auditedSince(before)).toEqual(['SIGN_IN_FAILED'])
  expect(await booksFaults(database)).toEqual([])
})

type Outcome = { rows: number | null } | { sqlstate?: string; constraint?: string; message: string }

async function connect(as: Actor): Promise<Client> {
  const token = attacked.tokens[as]
  const session = token === null ? '' : ` -c corex.session=${token}`
  const options = `-c search_path=corex,pg_temp${session}`
  const client = new Client({ ...clientConfig(database.workstation(1)), options })
  client.on('error', () => {})
  await client.connect()
  return client
}

/** A single statement that is refused leaves nothing behind on its connection, so those share one for each person. */
const shared = new Map<Actor, Client>()

async function outcomeOf({ sql, as }: Attack): Promise<Outcome> {
  if (typeof sql !== 'string') return stepByStep(sql.map(fillIn), as)
  const client = shared.get(as) ?? (await connect(as))
  shared.set(as, client)
  return answerTo(client, fillIn(sql))
}

async function stepByStep(steps: readonly string[], as: Actor): Promise<Outcome> {
  let client = await connect(as)
  try {
    for (const step of steps.slice(0, -1)) {
      if (step === RECONNECT) {
        await client.end()
        client = await connect(as)
      } else await client.query(step)
    }
    return await answerTo(client, steps.at(-1) ?? '')
  } finally {
    await client.query('ROLLBACK')
    if (steps.includes(RECONNECT)) await client.query('ALTER ROLE CURRENT_USER RESET ALL')
    await client.end()
  }
}

async function answerTo(client: Client, step: string): Promise<Outcome> {
  try {
    return { rows: (await client.query(step)).rowCount }
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    const { code, constraint } = error
    return { message: error.message, ...(code && { sqlstate: code }), ...(constraint && { constraint }) }
  }
}

const fillIn = (text: string) =>
  text.replaceAll(/\{([a-z]\w*)\}/g, (_braces, name: string) => {
    const value = attacked.names[name]
    if (value === undefined) throw new Error(`The branch has no ${name}`)
    return value
  })

const expected = (expectation: Expectation) =>
  'message' in expectation && expectation.message !== undefined
    ? { ...expectation, message: expect.stringContaining(fillIn(expectation.message)) }
    : expectation
