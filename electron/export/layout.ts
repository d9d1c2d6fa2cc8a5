import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { BackupEnded } from '../backup/backup-fault.ts'
import { stampOf } from '../backup/layout.ts'
import { codeOf } from '../db/fault.ts'

/**
 * A whole database as a folder that a server of any version can load:
 *
 *     database.export-20261127T113000000Z/  manifest.json  code.zst.age  logins.zst.age  0001.zst.age …
 *
 * One file a table, its rows as COPY writes them. What is being written ends in `.part` and gets its name when it is whole and on the disk.
 */
const written = z.object({ bytes: z.number(), sha256: z.string() })

const table = z.object({
  name: z.string(),
  /** Of a month of the audit log: the table it is a part of, and which rows it takes. Written into a command as it stands: nothing else. */
  parent: z.string().nullable(),
  bound: z
    .string()
    .regex(/^FOR VALUES FROM \('[0-9a-f-]+'\) TO \('[0-9a-f-]+'\)$/)
    .nullable(),
  columns: z.array(z.string()),
  rows: z.number(),
  /** Of its rows, whatever their order: see row-hash.ts. */
  sum: z.string(),
  file: z.string(),
  written,
})
export type ExportedTable = z.infer<typeof table>

const sequence = z.object({ name: z.string(), last: z.string(), called: z.boolean() })
export type Sequence = z.infer<typeof sequence>

const content = z.object({
  format: z.literal(1),
  /** The number of the cluster that it was taken from. */
  system: z.string(),
  serverVersion: z.string(),
  build: z.string(),
  at: z.string(),
  /** The newest marker of the schema, and of each migration its hash. */
  schema: z.string(),
  migrations: z.array(z.object({ name: z.string(), hash: z.string().nullable() })),
  /** Bytes of the database, by which the place that it needs is known before. */
  size: z.number(),
  /** No row carries a transaction number as high. */
  nextTransaction: z.string(),
  recipients: z.array(z.string()),
  code: written,
  logins: written,
  sequences: z.array(sequence),
  tables: z.array(table),
})
export type Content = z.infer<typeof content>

const manifest = z.object({ content, digest: z.string() })

export const MANIFEST = 'manifest.json'
export const CODE_FILE = 'code.zst.age'
export const LOGINS_FILE = 'logins.zst.age'

const digestOf = (of: Content): string => createHash('sha256').update(JSON.stringify(of)).digest('hex')

/** The digest is over what a reader gets, in the order of this file. */
export function manifestText(of: Content): string {
  const parsed = content.parse(of)
  return `${JSON.stringify({ content: parsed, digest: digestOf(parsed) }, null, 1)}\n`
}

/** An export that is whole as far as its manifest says. */
export type Export = Content & { readonly folder: string }

/** Reads the manifest of an export. FILE_MISSING, FILE_CORRUPTED. */
export async function readExport(folder: string): Promise<Export> {
  const file = join(folder, MANIFEST)
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw codeOf(error) === 'ENOENT' ? new BackupEnded('FILE_MISSING', { file }) : error
  })
  const parsed = manifest.safeParse(jsonOf(text))
  if (!parsed.success || parsed.data.digest !== digestOf(parsed.data.content))
    throw new BackupEnded('FILE_CORRUPTED', { file })
  return { ...parsed.data.content, folder }
}

export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const MARK = '.export-'

export const exportName = (dataFolder: string, at: Date): string =>
  `${basename(dataFolder)}${MARK}${stampOf(at)}`

/**
 * The newest export beside a data folder, or in a folder of exports; null where there is none. FILE_MISSING, FILE_CORRUPTED: an earlier one
 * does not take its place, because nobody would know that days are missing.
 */
export async function newestExport(dataFolder: string, root = dirname(dataFolder)): Promise<Export | null> {
  const names = await readdir(root)
  const newest = names
    .filter((name) => name.includes(MARK) && !name.endsWith('.part'))
    .toSorted()
    .at(-1)
  return newest === undefined ? null : readExport(join(root, newest))
}
