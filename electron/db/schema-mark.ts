import type { Client } from 'pg'
import { SCHEMA } from '../build.ts'
import { codeOf } from './fault.ts'

/** Which schema a database has, and the oldest application that it serves, each by its marker. */
export type SchemaMark = { readonly newest: string; readonly oldest: string | null }

// No such schema, no such function, or not for this login.
const NOT_THERE = ['3F000', '42883', '42501']

/** Null where the database does not say so. */
export async function readSchemaMark(client: Client): Promise<SchemaMark | null> {
  try {
    const { rows } = await client.query<SchemaMark>('SELECT newest, oldest FROM corex.schema_mark()')
    return rows[0] ?? null
  } catch (error) {
    if (NOT_THERE.includes(codeOf(error) ?? '')) return null
    throw error
  }
}

/** What has become of the schema since the database was opened: moved on, and perhaps so far that it does not serve this application any more. */
export function upgradeOf(opened: SchemaMark, now: SchemaMark): 'MOVED' | 'OUTGROWN' | null {
  if (now.oldest !== null && now.oldest > SCHEMA) return 'OUTGROWN'
  return now.newest === opened.newest ? null : 'MOVED'
}
