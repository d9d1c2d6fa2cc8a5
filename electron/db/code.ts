import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { hashOf } from './migration-files.ts'

/** A file of migrations/code/: its path in that folder, with slashes, and its text. */
type CodeFile = { readonly path: string; readonly text: string }

const FIRST = 'before.sql'
const LAST = 'after.sql'

/** The areas of the code, in the order in which each kind of their files is applied. */
const AREAS = [
  'common',
  'database',
  'sessions',
  'users',
  'branches',
  'customers',
  'mandates',
  'documents',
  'keys',
  'accounts',
  'postings',
  'journal',
  'limits',
  'watch',
  'products',
  'payments',
  'tills',
  'vault',
  'books',
  'approvals',
  'intents',
  'screening',
  'backups',
  'archives',
  'jobs',
  'audit',
  'health',
  'workstations',
]

/** Files of this name come before all functions: what their area no longer has is dropped. */
const BEFORE_FUNCTIONS = 'drops.sql'

/** Files of these names come after all functions, one kind after the other: they name functions of other areas. */
const KINDS_AFTER_FUNCTIONS = ['triggers.sql', 'policies.sql', 'grants.sql']

/**
 * The files of code/ in the order in which they are applied: before.sql; all areas' drops.sql; then area by area the functions, which
 * are all other files but these: all triggers.sql, policies.sql and grants.sql follow likewise; and at last after.sql.
 */
export async function readCode(folder: string): Promise<CodeFile[]> {
  const stray = (await readdir(folder)).find((name) => ![FIRST, LAST, ...AREAS].includes(name))
  if (stray !== undefined) throw new Error(`code/${stray} is none of the areas ${AREAS.join(', ')}`)
  // Area by area, because Electron's archive need not know how to list folders within folders.
  const byArea = await Promise.all(AREAS.map((area) => pathsIn(folder, area)))
  const paths = byArea.flat()
  const ofKind = (kind: string) => paths.filter((path) => path.endsWith(`/${kind}`))
  const afterFunctions = KINDS_AFTER_FUNCTIONS.flatMap(ofKind)
  const drops = ofKind(BEFORE_FUNCTIONS)
  const functions = paths.filter((path) => !afterFunctions.includes(path) && !drops.includes(path))
  const inOrder = [FIRST, ...drops, ...functions, ...afterFunctions, LAST]
  return Promise.all(
    inOrder.map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') })),
  )
}

async function pathsIn(folder: string, area: string): Promise<string[]> {
  const names = (await readdir(join(folder, area))).filter((name) => name.endsWith('.sql'))
  return names.sort().map((name) => `${area}/${name}`)
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
