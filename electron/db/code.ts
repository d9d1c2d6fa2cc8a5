import { readFile, readdir } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { hashOf } from './migration-files.ts'

/** A file of migrations/code/: its path in that folder, with slashes, and its text. */
type CodeFile = { readonly path: string; readonly text: string }

/** The areas of the code, in the order in which each kind of their files is applied. */
const AREAS = [
  'common',
  'database',
  'sessions',
  'users',
  'branches',
  'customers',
  'documents',
  'accounts',
  'postings',
  'tills',
  'vault',
  'audit',
]

/** Files of these names come after all functions, one kind after the other: they name functions of other areas. */
const KINDS_AFTER_FUNCTIONS = ['triggers.sql', 'policies.sql', 'grants.sql']

/**
 * The files of code/ in the order in which they are applied: before.sql; then area by area the functions, which are all
 * files but these; then likewise all triggers.sql, policies.sql and grants.sql; and at last after.sql.
 */
export async function readCode(folder: string): Promise<CodeFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.sql'))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll(sep, '/'))
  const inOrder = paths.map((path) => [placeOf(path), path] as const).sort(([a], [b]) => (a < b ? -1 : 1))
  return Promise.all(
    inOrder.map(async ([, path]) => ({ path, text: await readFile(join(folder, path), 'utf8') })),
  )
}

/** Sorts as the file is to be applied. Paths are unique, so places are. */
function placeOf(path: string): string {
  if (path === 'before.sql') return '0'
  if (path === 'after.sql') return '9'
  const [area = '', name = '', ...deeper] = path.split('/')
  if (!AREAS.includes(area) || name === '' || deeper.length > 0)
    throw new Error(`code/${path} is in no area: they are ${AREAS.join(', ')}`)
  const stage = KINDS_AFTER_FUNCTIONS.indexOf(name) + 2
  return [stage, String(AREAS.indexOf(area)).padStart(2, '0'), name].join(' ')
}

/** What the newest marker carries: SHA-256 over all paths and texts. */
export const codeHash = (files: readonly CodeFile[]): string =>
  hashOf(
    files
      .toSorted((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ path, text }) => `${path}\n${text}\n`)
      .join(''),
  )

/** Applies the code to a database whose schema is up to date, as the current role. A file that fails is named. */
export async function applyCode(db: Kysely<unknown>, folder: string): Promise<void> {
  for (const { path, text } of await readCode(folder)) {
    try {
      await sql.raw(text).execute(db)
    } catch (error) {
      throw new Error(`code/${path} failed`, { cause: error })
    }
  }
}
