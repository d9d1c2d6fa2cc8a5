import { randomBytes } from 'node:crypto'
import { inDatabase, withClient } from '../../electron/db/admin.ts'
import type { Connection } from '../../electron/db/connection.ts'
import { TEMPLATE } from '../support/cluster.ts'
import { createDatabaseIn } from '../support/database-in.ts'
import { only } from '../support/queries.ts'
import { MUTATIONS, type Mutation } from './mutations.ts'
import { faultOf, type Proof } from './proof.ts'

/** How often a proof begins anew on a database with a fault, before another proof is tried; the script is always the same. */
const ROUNDS = 8

/** Text with a fault planted. Throws where the text to replace does not stand there exactly once. */
export function planted(text: string, { fault, of, find, replace }: Mutation): string {
  const [before, after, ...more] = text.split(find)
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`"${fault}": the text to replace stands ${text.split(find).length - 1} times in ${of}()`)
  return `${before}${replace}${after}`
}

/** The functions of these names, as the database has them. */
export async function functionText(database: Connection, name: string): Promise<string> {
  const query = `SELECT pg_get_functiondef(p.oid) AS text FROM pg_proc p WHERE p.proname = $1 AND p.pronamespace = 'corex'::regnamespace`
  return withClient(
    database,
    async (client) => only((await client.query<{ text: string }>(query, [name])).rows).text,
  )
}

/** Makes a database with the fault, which others are cloned from; answers its name. */
async function plant(admin: Connection, mutation: Mutation): Promise<string> {
  const name = `mutant_${randomBytes(4).toString('hex')}`
  await withClient(inDatabase(admin, 'postgres'), (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} STRATEGY wal_log`),
  )
  const copy = inDatabase(admin, name)
  const text = planted(await functionText(copy, mutation.of), mutation)
  await withClient(copy, (client) => client.query(text))
  return name
}

/** Which proof catches a fault, and by what; null: none does. */
async function caught(admin: Connection, mutation: Mutation, proofs: readonly Proof[]) {
  const template = await plant(admin, mutation)
  try {
    for (const proof of proofs.toSorted((a) => (a.name === mutation.first ? -1 : 1)))
      for (let seed = 1; seed <= (proof.name === 'script' ? 1 : ROUNDS); seed += 1) {
        const newDatabase = () => createDatabaseIn(admin, template)
        const by = await faultOf(proof, { newDatabase, seed, rounds: 1, shrinks: false })
        if (by !== null) return { proof: proof.name, seed, by: by.split('\nafter ')[0] ?? by }
      }
    return null
  } finally {
    await withClient(inDatabase(admin, 'postgres'), (client) =>
      client.query(`DROP DATABASE ${template} WITH (FORCE)`),
    )
  }
}

/** Plants each fault in a database of its own and says which proof catches it; answers how many none did. */
export async function tryMutations(
  admin: Connection,
  proofs: readonly Proof[],
  words: readonly string[],
): Promise<number> {
  let missed = 0
  for (const mutation of MUTATIONS.filter(({ fault }) => words.every((word) => fault.includes(word)))) {
    const found = await caught(admin, mutation, proofs)
    if (found === null) missed += 1
    console.log(
      found === null
        ? `MISSED  ${mutation.fault} (${mutation.of})`
        : `caught  ${mutation.fault}\n        by ${found.proof}, seed ${found.seed}: ${found.by.slice(0, 240)}`,
    )
  }
  console.log(missed === 0 ? 'Every fault is caught.' : `${missed} of them nobody caught.`)
  return missed
}
