import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** A migration as it stands in its folder. */
export type MigrationFile = { readonly name: string; readonly text: string; readonly hash: string }

const FILE = /^(\d{4}-[a-z0-9-]+)\.sql$/
const CODE_MARKER = /^\d{4}-code$/

/** Names of the migrations in a folder (`NNNN-name.sql` without its end), oldest first. */
export async function listMigrations(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).map((file) => FILE.exec(file)?.[1])
  return names.filter((name) => name !== undefined).sort()
}

/** The migrations in a folder with their texts and hashes, oldest first. */
export async function readMigrations(folder: string): Promise<MigrationFile[]> {
  const names = await listMigrations(folder)
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, `${name}.sql`), 'utf8')
      return { name, text, hash: hashOf(text) }
    }),
  )
}

/** The newest of the migrations that mark a release of the code (`NNNN-code`); undefined where there is none. */
export const newestCodeMarker = (names: readonly string[]): string | undefined =>
  names.findLast((name) => CODE_MARKER.test(name))

const MARKED = /^-- code\/ ([0-9a-f]{64})$/m

/** The hash of code/ that a marker carries, in its line `-- code/ <SHA-256>`; undefined where it has none. */
export const hashInMarker = (text: string): string | undefined => MARKED.exec(text)?.[1]

/** SHA-256 in hexadecimal, the same whether a checkout ends lines by LF or by CR LF. */
export const hashOf = (text: string): string =>
  createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex')

const SERVES = /^-- serves (\d{4}-code)$/m

/** The oldest release of the application that works with a marker's schema: by its own newest marker. Undefined: only the one that has it. */
export const servedBy = (text: string): string | undefined => SERVES.exec(text)?.[1]

/**
 * How a migration is run while people work, by a line of its own at its top: in a short transaction, which is the rule; `outside a transaction`,
 * one statement after the other, each of which may be run again; or `with the code`, which the code of the release before would not bear.
 */
export type Way = 'by itself' | 'outside a transaction' | 'with the code'

const WAY = /^-- Runs (outside a transaction|with the code)\.$/m

export const wayOf = (text: string): Way => {
  const said = WAY.exec(text)?.[1]
  return said === 'outside a transaction' || said === 'with the code' ? said : 'by itself'
}

/** A statement: a text in quotes, the body of a function and a comment end it nowhere. */
const STATEMENT = /(?:--[^\n]*|'(?:[^']|'')*'|(\$\w*\$)[\s\S]*?\1|[^;])+/g

/** The statements of a script, each to be sent by itself. */
export const statementsOf = (text: string): string[] =>
  [...text.matchAll(STATEMENT)]
    .map(([statement]) => statement.trim())
    .filter((statement) => statement.replaceAll(/--[^\n]*/g, '').trim() !== '')
