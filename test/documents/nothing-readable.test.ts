import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import truth from '../mrz/photographs/truth.json' with { type: 'json' }
import { approvedCustomer } from '../support/customers.ts'
import { newDocument } from '../support/documents.ts'
import { filesIn, filesWith } from '../support/find-bytes.ts'
import { approvedChange } from '../support/keys.ts'
import { only } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'

/** What a thief of the database, its files or the workstation's folders finds of a document: nothing that can be read. */

const workplace = await workplaceForFile()
const { database } = workplace.branch

const FILE = 'good-2.jpg'
const { lines } = truth[FILE]
const photograph = new Uint8Array(
  readFileSync(fileURLToPath(new URL(`../mrz/photographs/${FILE}`, import.meta.url))),
)

/** Every row of every table as COPY writes it. */
async function dump(): Promise<string> {
  const { rows: tables } = await database.superuser.query<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c WHERE c.relnamespace = 'corex'::regnamespace AND c.relkind = 'r'`,
  )
  expect(tables.map(({ name }) => name)).toContain('kyc_files')
  const texts: string[] = []
  for (const { name } of tables) {
    const { rows } = await database.superuser.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`)
    texts.push(...rows.map(({ row }) => row))
  }
  return texts.join('\n')
}

/** Where the server is in its write-ahead log. */
const walFile = async () => {
  const { rows } = await database.superuser.query<{ file: string }>(
    'SELECT pg_walfile_name(pg_current_wal_insert_lsn()) AS file',
  )
  return only(rows).file
}

/** Bytes as a table's text and an audit row would show them. */
const forms = (bytes: Uint8Array) => {
  const buffer = Buffer.from(bytes)
  return [buffer.toString('latin1'), buffer.toString('hex'), buffer.toString('base64').slice(0, -4)]
}

// The middle of a picture is its own; its beginning is that of every JPEG.
const middleOf = (bytes: Uint8Array) => bytes.subarray(bytes.length >> 1, (bytes.length >> 1) + 24)

test('a dump of every table, and the files of the server, its write-ahead log among them, and of the workstation, hold no picture and no line of a zone', async () => {
  const { as } = workplace
  const beganAt = await walFile()
  const document = newDocument(await approvedCustomer(workplace.branch), { content: photograph })
  await as('teller').call('documents.prepare', { id: document.id, content: photograph })
  await workplace.call('documents.upload', document)
  const shown = await as('supervisor').call('documents.readFile', { documentId: document.id })
  const zone = shown.readings.find(({ source }) => source === 'MRZ')
  expect(zone?.fields.documentNumber).toBeDefined()
  const approvalId = await approvedChange(workplace, 'KEY_ROTATION')
  await as('admin').call('keys.rotate', { approvalId })
  const [page] = shown.pages
  if (page === undefined) throw new Error('No page was shown')
  const planted = [
    ...forms(middleOf(photograph)),
    ...forms(middleOf(page.content)),
    ...lines.flatMap((line) => forms(Buffer.from(line))),
    ...lines.flatMap((line) => forms(Buffer.from(line.slice(5, 25)))),
  ]
  const tables = await dump()
  expect(tables).toContain(document.documentNumber) // what was typed stands with the customer
  expect(planted.filter((text) => tables.includes(text))).toEqual([])
  await database.superuser.query('CHECKPOINT')
  const { rows } = await database.superuser.query<{ data: string; oid: string }>(
    `SELECT current_setting('data_directory') AS data, oid::text AS oid FROM pg_database WHERE datname = current_database()`,
  )
  const { data, oid } = only(rows)
  const tableFiles = filesIn([join(data, 'base', oid)])
  const wal = filesIn([join(data, 'pg_wal')]).filter((file) => basename(file) >= beganAt)
  const typed = [Buffer.from(document.documentNumber)]
  const { settingsFolder } = workplace.state.options
  // The search finds what stands there.
  expect(filesWith(tableFiles, typed).length).toBeGreaterThan(0)
  expect(filesWith(wal, typed).length).toBeGreaterThan(0)
  const bytes = [middleOf(photograph), middleOf(page.content), ...lines.map((line) => Buffer.from(line))].map(
    (each) => Buffer.from(each),
  )
  // What the server spills while it works, and its own log, are beside the tables.
  const others = filesIn([settingsFolder, join(data, 'base/pgsql_tmp'), join(data, 'log')])
  expect(filesWith([...tableFiles, ...wal, ...others], bytes)).toEqual([])
  expect(workplace.logged.filter((line) => planted.some((text) => line.includes(text)))).toEqual([])
})
