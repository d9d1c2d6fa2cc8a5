import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client } from 'pg'
import { hashOf } from './migration-files.ts'

/** A file of migrations/code/: its path in that folder, with slashes, and its text. */
export type CodeFile = { readonly path: string; readonly text: string }

/** Files beside the areas: what they are for is at the top of each. */
const FIRST = ['before.sql', 'functions.sql']
const LAST = ['after.sql', 'rows.sql']

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
 * The files of code/ in the order in which they are applied: before.sql and functions.sql; all areas' drops.sql; then area by area the
 * functions, which are all other files but these: all triggers.sql, policies.sql and grants.sql follow likewise; and at last after.sql and
 * rows.sql.
 */
export async function readCode(folder: string): Promise<CodeFile[]> {
  const stray = (await readdir(folder)).find((name) => ![...FIRST, ...LAST, ...AREAS].includes(name))
  if (stray !== undefined) throw new Error(`code/${stray} is none of the areas ${AREAS.join(', ')}`)
  // Area by area, because Electron's archive need not know how to list folders within folders.
  const byArea = await Promise.all(AREAS.map((area) => pathsIn(folder, area)))
  const paths = byArea.flat()
  const ofKind = (kind: string) => paths.filter((path) => path.endsWith(`/${kind}`))
  const afterFunctions = KINDS_AFTER_FUNCTIONS.flatMap(ofKind)
  const drops = ofKind(BEFORE_FUNCTIONS)
  const functions = paths.filter((path) => !afterFunctions.includes(path) && !drops.includes(path))
  const inOrder = [...FIRST, ...drops, ...functions, ...afterFunctions, ...LAST]
  return Promise.all(
    inOrder.map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') })),
  )
}

async function pathsIn(folder: string, area: string): Promise<string[]> {
  const names = (await readdir(join(folder, area))).filter((name) => name.endsWith('.sql'))
  return names.sort().map((name) => `${area}/${name}`)
}

/** The parts of code/ as they are applied while people work: what needs no table, what needs each table for itself, and rows. */
type CodeParts = {
  readonly functions: readonly CodeFile[]
  readonly tables: readonly CodeFile[]
  readonly rows: readonly CodeFile[]
}

export function partsOf(files: readonly CodeFile[]): CodeParts {
  const needsTables = ({ path }: CodeFile) =>
    path === 'before.sql' ||
    path === 'after.sql' ||
    KINDS_AFTER_FUNCTIONS.some((kind) => path.endsWith(`/${kind}`))
  return {
    functions: files.filter((file) => file.path !== 'rows.sql' && !needsTables(file)),
    tables: files.filter(needsTables),
    rows: files.filter(({ path }) => path === 'rows.sql'),
  }
}

/** What the newest marker carries: SHA-256 over all paths and texts. */
export const codeHash = (files: readonly CodeFile[]): string =>
  hashOf(
    files
      .toSorted((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ path, text }) => `${path}\n${text}\n`)
      .join(''),
  )

/** Applies files of the code as the current role. One that fails is named. */
export async function applyCode(client: Client, files: readonly CodeFile[]): Promise<void> {
  for (const { path, text } of files) {
    try {
      await client.query(text)
    } catch (error) {
      throw new Error(`code/${path} failed`, { cause: error })
    }
  }
}
