import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attemptBackup } from '../../electron/backup/backup-fault.ts'
import type { OnStep } from '../../electron/backup/steps.ts'
import { newChainIdentity, recipientOf } from '../../electron/backup/keys.ts'
import { writeSealed } from '../../electron/backup/sealed-file.ts'
import { administratorOf } from '../../electron/db/open-embedded.ts'
import {
  CODE_FILE,
  type Export,
  exportName,
  LOGINS_FILE,
  manifestText,
  newestExport,
  readExport,
} from '../../electron/export/layout.ts'
import { loadAt, type LoadPlan } from '../../electron/export/load-export.ts'
import { writeExport } from '../../electron/export/write-export.ts'
import { MIGRATIONS } from '../support/cluster.ts'
import { never, NO_STEPS } from '../support/backups.ts'
import { type Left, leaveWork, movedTo, workOn } from '../support/moved-branch.ts'
import { branchForFile } from '../support/test-file.ts'
import { started } from './fixtures/embedded.ts'
import { temporaryFolder } from './fixtures/temporary-folder.ts'

/**
 * A database leaves its server as an export and becomes another cluster's: as for a new major version of PostgreSQL. That two versions really
 * differ is proved by `npm run proof:major`.
 */

const branch = await branchForFile({ tillsAreMadeUp: true })
const identity = await newChainIdentity()
let folder: Awaited<ReturnType<typeof temporaryFolder>>
let left: Left
let exported: Export
let before: string
const data = () => join(folder.path, 'database')

const sumOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

beforeAll(async () => {
  folder = await temporaryFolder()
  left = await leaveWork(branch)
  await (await started(data())).stop()
  before = sumOf(join(data(), 'cluster/global/pg_control'))
  const order = {
    admin: branch.database.admin,
    folder: join(folder.path, exportName(data(), new Date())),
    migrationsFolder: MIGRATIONS,
    recipients: [await recipientOf(identity)],
  }
  await expect(writeExport(order, NO_STEPS, AbortSignal.abort())).rejects.toMatchObject({
    name: 'AbortError',
  })
  expect(readdirSync(folder.path)).toEqual(['database'])
  await writeExport(order, NO_STEPS, never())
  exported = await readExport(order.folder)
})
afterAll(() => folder[Symbol.asyncDispose]())

const load = (changes: Partial<LoadPlan> = {}, onStep: OnStep = NO_STEPS, signal = never()) =>
  attemptBackup(() =>
    loadAt(
      data(),
      {
        from: exported,
        identities: [identity],
        migrationsFolder: MIGRATIONS,
        operator: 'root',
        log: () => {},
        ...changes,
      },
      onStep,
      signal,
    ),
  )

/** What stands in a copy of the export, spoilt. */
async function spoilt(spoil: (folder: string) => void): Promise<Export> {
  const copy = join(folder.path, 'copy')
  await rm(copy, { recursive: true, force: true })
  await cp(exported.folder, copy, { recursive: true })
  spoil(copy)
  return { ...exported, folder: copy }
}

const fault = async (from: Export, changes: Partial<LoadPlan> = {}) => {
  const done = await load({ from, ...changes })
  return done.ok ? 'LOADED' : done.error.code
}

test('what is damaged, changed, foreign or too large is refused, and the data is as it was', async () => {
  const largest = exported.tables.toSorted((a, b) => b.written.bytes - a.written.bytes)[0]
  const file = largest?.file ?? ''
  expect(await fault(await spoilt((copy) => truncateSync(join(copy, file), 300)))).toBe('FILE_TRUNCATED')
  const flip = (copy: string) => {
    const bytes = readFileSync(join(copy, file))
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    writeFileSync(join(copy, file), bytes)
  }
  expect(await fault(await spoilt(flip))).toBe('FILE_CORRUPTED')
  // As if the rows were other ones than those that the manifest vouches for.
  const tables = exported.tables.map((table) => (table === largest ? { ...table, sum: '00' } : table))
  expect(await fault({ ...exported, tables })).toBe('CHECKS_FAILED')
  const migrations = exported.migrations.map((each) => ({ ...each, hash: '0'.repeat(64) }))
  expect(await fault({ ...exported, migrations })).toBe('EXPORT_OF_OTHER_RELEASE')
  // Code of an export that was sealed anew by whoever knows the public key, with a function that the release does not have.
  const foreign = await spoilt((copy) => rmSync(join(copy, CODE_FILE)))
  const text = JSON.stringify([{ path: 'common/mine.sql', text: 'CREATE ROLE mine SUPERUSER;' }])
  const code = await writeSealed(
    Readable.from([Buffer.from(text)]),
    join(foreign.folder, CODE_FILE),
    exported.recipients,
    never(),
  )
  expect(await fault({ ...foreign, code })).toBe('EXPORT_OF_OTHER_RELEASE')
  // The manifest of whoever can write where it lies, and the logins.
  const commanding = await spoilt((copy) => {
    const bound = `DEFAULT; CREATE ROLE mine SUPERUSER`
    const content = {
      ...exported,
      tables: exported.tables.map((table) => ({ ...table, bound })),
      folder: undefined,
    }
    const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex')
    writeFileSync(join(copy, 'manifest.json'), JSON.stringify({ content, digest }))
  })
  expect(await attemptBackup(() => readExport(commanding.folder))).toMatchObject({
    error: { code: 'FILE_CORRUPTED' },
  })
  const owners = await spoilt((copy) => rmSync(join(copy, LOGINS_FILE)))
  const owner = { name: 'corex_owner', canLogin: true, verifier: null, until: null, connections: -1 }
  const logins = await writeSealed(
    Readable.from([Buffer.from(JSON.stringify([owner]))]),
    join(owners.folder, LOGINS_FILE),
    exported.recipients,
    never(),
  )
  expect(await fault({ ...owners, logins })).toBe('FILE_CORRUPTED')
  expect(await fault({ ...exported, size: 1e15 })).toBe('DISK_FULL')
  const unreadable = await spoilt((copy) =>
    writeFileSync(join(copy, 'manifest.json'), manifestText(exported).slice(9)),
  )
  expect(await attemptBackup(() => readExport(unreadable.folder))).toMatchObject({
    error: { code: 'FILE_CORRUPTED' },
  })
  expect(readdirSync(folder.path).filter((name) => name.startsWith('database.load'))).toEqual([])
  expect(sumOf(join(data(), 'cluster/global/pg_control'))).toBe(before)
})

test('an earlier export does not take the place of the newest one that is damaged', async () => {
  const later = join(folder.path, exportName(data(), new Date(Date.now() + 60_000)))
  await cp(exported.folder, later, { recursive: true })
  expect(await newestExport(data())).toMatchObject({ folder: later })
  for (const [spoil, code] of [
    [() => truncateSync(join(later, 'manifest.json'), 300), 'FILE_CORRUPTED'],
    [() => rmSync(join(later, 'manifest.json')), 'FILE_MISSING'],
  ] as const) {
    spoil()
    expect(await attemptBackup(() => newestExport(data()))).toMatchObject({ error: { code } })
  }
  await rm(later, { recursive: true })
})

test('a load that is cancelled leaves nothing', async () => {
  const abort = new AbortController()
  const cancelled = load({}, (step, done) => step === 'READ' && done > 1 && abort.abort(), abort.signal)
  expect(await cancelled).toMatchObject({ error: { code: 'CANCELLED' } })
  expect(existsSync(`${data()}.loading`)).toBe(false)
})

test('another cluster has every row, number and login; people work on, and the old data is set aside', async () => {
  expect(await newestExport(data())).toMatchObject({ folder: exported.folder })
  const done = await load()
  if (!done.ok) throw new Error(JSON.stringify(done.error))
  const { setAside, checked, tables } = done.value
  expect({ faults: checked.faults, tables }).toEqual({ faults: [], tables: exported.tables.length })
  expect(sumOf(join(setAside ?? '', 'cluster/global/pg_control'))).toBe(before)
  const server = await started(data())
  try {
    await using moved = movedTo(branch, administratorOf(server))
    const found = await workOn(moved, left)
    expect(found).toMatchObject({ stage: 'ready', pages: left.pages, next: { early: false } })
    expect(Number(found.next?.reference.slice(-6))).toBeGreaterThan(Number(left.reference.slice(-6)))
    const { rows } = await moved.database.superuser.query(`SELECT details ->> 'operator' AS operator,
      (SELECT inhparent::regclass::text FROM pg_inherits WHERE inhrelid = 'corex.audit_logs_202302'::regclass) AS place
      FROM corex.audit_logs WHERE action = 'BANK_MOVED'`)
    expect(rows).toEqual([{ operator: 'root', place: 'audit_logs_archive' }])
  } finally {
    await server.stop()
  }
})
