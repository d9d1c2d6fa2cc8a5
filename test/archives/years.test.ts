import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Archive } from '../../shared/contract/archives.ts'
import { openAccount } from '../support/accounts.ts'
import { urlOf } from '../../electron/db/connection.ts'
import { corex } from '../support/corex.ts'
import { approvedCustomer } from '../support/customers.ts'
import { openDate } from '../support/days.ts'
import { doWhatIsDue } from '../support/jobs.ts'
import { insertOldYears } from '../support/old-years.ts'
import { only } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'
import { PASSWORD } from '../support/users.ts'

/** Three years of a small book: sealed, exported and compared; what stands in them is the same before and after. */

const workplace = await workplaceForFile()
const { branch } = workplace
const { superuser } = branch.database
const customer = await approvedCustomer(branch)
const accounts = [
  await openAccount(branch, customer),
  await openAccount(branch, customer, { type: 'CURRENT' }),
]
const first = Number((await openDate(branch)).slice(0, 4)) - 3
const [year1, year2, year3] = [0, 1, 2].map((n) => `${first + n}-01-01`) as [string, string, string]
const folder = await mkdtemp(join(tmpdir(), 'corex-archive-'))
afterAll(() => rm(folder, { recursive: true }))

beforeAll(async () => {
  await insertOldYears(superuser, {
    from: first,
    years: 3,
    postings: 1_800,
    daysAYear: 12,
    accounts,
    branchId: branch.id,
    supervisor: branch.staff.supervisor.id,
  })
})

const auditor = () => workplace.as('auditor')
const archiveOf = async (period: string): Promise<Archive> => {
  const found = (await auditor().call('archives.list', {})).archives.find(
    (each) => each.kind === 'LEDGER' && each.period === period,
  )
  if (found === undefined) throw new Error(`${period} is not listed`)
  return found
}
const sealIdOf = async (period: string) => (await archiveOf(period)).seal?.id ?? ''

/** Everything that a customer and an auditor see of the years, as text. */
async function whatIsSeen(): Promise<string> {
  const statements = await Promise.all(
    accounts.map(async (accountId) => {
      const rows = await superuser.query(
        'SELECT * FROM corex.entries WHERE account_id = $1 ORDER BY sequence',
        [accountId],
      )
      return rows.rows
    }),
  )
  const pages = []
  for (const accountId of accounts)
    pages.push(
      await workplace
        .as('teller')
        .call('accounts.statement', { accountId, before: null, limit: 200, from: null, to: null }),
    )
  const balance = await workplace
    .as('supervisor')
    .call('books.trialBalance', { date: await openDate(branch), basis: 'BUSINESS' })
  const faults = (await superuser.query('SELECT * FROM corex.check_books()')).rows
  return JSON.stringify([statements, pages, balance, faults])
}

/** Past every trigger. */
const apply = (text: string) =>
  superuser.query(`BEGIN; ALTER TABLE corex.entries DISABLE TRIGGER USER; ALTER TABLE corex.transactions DISABLE TRIGGER USER; ${text};
    ALTER TABLE corex.entries ENABLE TRIGGER USER; ALTER TABLE corex.transactions ENABLE TRIGGER USER; COMMIT`)

/** Changes rows past every rule, asks, and changes them back. */
async function tampered<T>(change: string, back: string, ask: () => Promise<T>): Promise<T> {
  await apply(change)
  try {
    return await ask()
  } finally {
    await apply(back)
  }
}

/** The first posting of the second year. */
const described = (text: string) =>
  `UPDATE corex.transactions SET description = '${text}' WHERE transaction_id = 'OLD-601'`

async function checkAll(sealId: string) {
  let step = await auditor().call('archives.check', { sealId, since: null })
  while (step.done < step.of) step = await auditor().call('archives.check', { sealId, since: step.since })
  return step.differing
}

const exported = (sealId: string) => auditor().call('archives.export', { work: randomUUID(), sealId, folder })
const verified = (sealId: string, into = folder) =>
  auditor().ask('archives.verify', { work: randomUUID(), sealId, folder: into })

test('what is sealed and exported stays as it is: statements, trial balance and checks are the same to the byte', async () => {
  const before = await whatIsSeen()
  expect((await archiveOf(year1)).state).toBe('OVER')
  await workplace.as('supervisor').call('jobs.runNow', { name: 'ARCHIVES' })
  const portions = await doWhatIsDue(branch.database.db(), 'ARCHIVES')
  expect(portions.at(-1)).toMatchObject({ status: 'DONE' })
  for (const period of [year1, year2, year3]) {
    const { state, seal } = await archiveOf(period)
    expect(state).toBe('SEALED')
    expect(seal).toMatchObject({ rows: 600, pieces: 12, sealedBy: null, checked: 0 })
    const { rows, bytes } = await exported(seal?.id ?? '')
    expect(rows).toBe(600)
    expect(bytes).toBeLessThan(600 * 400)
    expect(await verified(seal?.id ?? '')).toMatchObject({ ok: true, value: { rows: 600, bytes } })
    expect(await checkAll(seal?.id ?? '')).toEqual([])
  }
  expect((await readdir(folder)).toSorted()).toEqual(
    [first, first + 1, first + 2].flatMap((year) => [
      `ledger-${year}.manifest.json`,
      `ledger-${year}.ndjson.zst`,
    ]),
  )
  expect(await whatIsSeen()).toBe(before)
  expect((await archiveOf(year1)).seal).toMatchObject({
    checked: 12,
    differing: 0,
    exported: { folder, what: 'EXPORTED' },
    fileChecked: { what: 'FILE_GOOD' },
  })
})

test('a changed row is found by the comparison, by the check of the books, and no export is written of it', async () => {
  const sealId = await sealIdOf(year2)
  const before = await readFile(join(folder, `ledger-${first + 1}.manifest.json`), 'utf8')
  const found = await tampered(described('Forged'), described('Old "posting" 601'), async () => {
    const faults = (await superuser.query<{ fault: string }>('SELECT fault FROM corex.check_books()')).rows
    const answer = await auditor().ask('archives.export', { work: randomUUID(), sealId, folder })
    return { faults, answer, differing: await checkAll(sealId) }
  })
  expect(found.faults).toEqual([{ fault: 'SEAL_DIFFERS' }])
  expect(found.differing).toEqual([{ day: year2, branch: 'Branch Nord', sealed: 50, found: 50 }])
  expect(found.answer).toMatchObject({
    error: { code: 'ARCHIVE_REFUSED', details: { fault: 'ROWS_CHANGED' } },
  })
  expect(await readFile(join(folder, `ledger-${first + 1}.manifest.json`), 'utf8')).toBe(before)
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
  expect((await archiveOf(year2)).seal).toMatchObject({ differing: 1 })
  expect(await checkAll(sealId)).toEqual([])
})

test('a day that is gone, and postings on a day that no seal knows, are found', async () => {
  const moved = (
    by: string,
  ) => `UPDATE corex.transactions SET business_date = business_date ${by} WHERE business_date = '${year3}'::date ${by === '+ 1' ? '' : '+ 1'};
    UPDATE corex.entries SET business_date = business_date ${by} WHERE business_date = '${year3}'::date ${by === '+ 1' ? '' : '+ 1'}`
  const sealId = await sealIdOf(year3)
  const differing = await tampered(moved('+ 1'), moved('- 1'), () => checkAll(sealId))
  expect(differing.map(({ sealed, found }) => [sealed, found])).toEqual([
    [50, 0],
    [0, 50],
  ])
})

test('nothing is recorded in a sealed year any more: no day is opened, and no entry is taken, also of the owner', async () => {
  const until = `${first + 2}-12-31`
  for (const [change, ...values] of [
    [
      `UPDATE corex.business_days SET closed_at = NULL, closed_by = NULL WHERE business_date = $1::date`,
      year3,
    ],
    [
      `INSERT INTO corex.business_days (branch_id, business_date, opened_by) SELECT branch_id, $1::date, opened_by
      FROM corex.business_days LIMIT 1`,
      until,
    ],
    [`UPDATE corex.business_days SET business_date = $1::date WHERE closed_at IS NULL`, until],
  ] as const)
    await expect(superuser.query(change, values), change).rejects.toMatchObject({
      constraint: 'MONTH_CLOSED',
    })
  const copy = `INSERT INTO corex.entries (transaction_id, account_id, entry_type, amount, sequence, balance_after, business_date, value_date, actor)
    SELECT transaction_id, account_id, entry_type, amount, sequence + 1000000, balance_after, business_date, value_date, 'MIGRATION'
    FROM corex.entries WHERE business_date = $1::date LIMIT 1`
  await expect(superuser.query(copy, [year3])).rejects.toMatchObject({ code: 'CX000' })
  await expect(superuser.query('DELETE FROM corex.archive_pieces')).rejects.toMatchObject({
    constraint: 'APPEND_ONLY',
  })
  await expect(superuser.query(`UPDATE corex.archive_seals SET digest = sha256('')`)).rejects.toMatchObject({
    constraint: 'APPEND_ONLY',
  })
})

test('a changed, a cut and a made-up file are each found, and said as what they are', async () => {
  const sealId = await sealIdOf(year1)
  const copy = await mkdtemp(join(tmpdir(), 'corex-archive-copy-'))
  const [lines, manifest] = [`ledger-${first}.ndjson.zst`, `ledger-${first}.manifest.json`]
  const whole = await readFile(join(folder, lines))
  const said = JSON.parse(await readFile(join(folder, manifest), 'utf8')) as {
    digest: string
    file: { bytes: number; sha256: string }
    pieces: { hash: string }[]
  }
  const answerFor = async (content: Buffer | null, about: object) => {
    await rm(copy, { recursive: true })
    await mkdir(copy)
    if (content !== null) await writeFile(join(copy, lines), content)
    await writeFile(join(copy, manifest), JSON.stringify({ ...said, ...about }))
    const answer = await verified(sealId, copy)
    return answer.ok ? 'good' : answer.error.details?.['fault']
  }
  const forgedText = zstdDecompressSync(whole)
    .toString('utf8')
    .replace('"amount" : "10.00"', '"amount" : "90.00"')
  const forged = zstdCompressSync(Buffer.from(forgedText))
  const itsFile = {
    name: lines,
    bytes: forged.length,
    sha256: createHash('sha256').update(forged).digest('hex'),
  }
  const bent = Buffer.from(whole)
  bent[Math.floor(bent.length / 2)] = (bent[Math.floor(bent.length / 2)] ?? 0) ^ 1
  expect(await answerFor(whole, {})).toBe('good')
  expect(await answerFor(forged, { file: itsFile })).toBe('DAY_CHANGED')
  expect(await answerFor(bent, {})).toMatch(/FILE_CORRUPTED|DAY_CHANGED/)
  expect(await answerFor(whole.subarray(0, -100), {})).toBe('FILE_TRUNCATED')
  expect(await answerFor(null, {})).toBe('FILE_MISSING')
  expect(await answerFor(whole, { rows: 599 })).toBe('MANIFEST_DAMAGED')
  expect(await answerFor(whole, { pieces: said.pieces.slice(1) })).toBe('MANIFEST_DAMAGED')
  expect((await archiveOf(year1)).seal?.fileChecked).toMatchObject({ what: 'FILE_BAD', folder: copy })
  await rm(copy, { recursive: true })
})

test('a search finds a reference and an account, and who looked is on record', async () => {
  const sealId = await sealIdOf(year1)
  const search = (text: string) =>
    auditor().call('archives.search', { work: randomUUID(), sealId, folder, text, from: null, to: null })
  const { lines } = await search('old-17')
  expect(lines.map(({ reference }) => reference)).toContain('OLD-17')
  expect(lines.every(({ reference }) => reference.startsWith('OLD-17'))).toBe(true)
  const account = lines[0]?.accounts[0] ?? ''
  expect((await search(account)).lines.length).toBeGreaterThan(100)
  expect((await search('"posting" 17')).lines.length).toBeGreaterThan(0)
  expect((await search('payload')).lines).toEqual([])
  const { rows } = await superuser.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM corex.audit_logs WHERE resource_type = 'archive_seals' AND action IN ('VIEWED', 'EXPORTED') AND user_id = $1`,
    [branch.staff.auditor.id],
  )
  expect(only(rows).n).toBeGreaterThanOrEqual(2)
})

test('an export that is cancelled leaves nothing', async () => {
  const [work, sealId] = [randomUUID(), await sealIdOf(year1)]
  const empty = await mkdtemp(join(tmpdir(), 'corex-archive-empty-'))
  auditor()
  Object.assign(workplace.state, {
    emit: (event: string) => event === 'work.progress' && workplace.ask('sessions.endWork', { work }),
  })
  const answer = await workplace.ask('archives.export', { work, sealId, folder: empty })
  expect(answer).toMatchObject({ error: { code: 'ARCHIVE_REFUSED', details: { fault: 'CANCELLED' } } })
  expect(await readdir(empty)).toEqual([])
  await rm(empty, { recursive: true })
})

test('the command line does the same under a person, and compares and searches files without a database', async () => {
  const env = { COREX_DATABASE_URL: urlOf(branch.database.workstation(1)) }
  const run = (words: string, typed = '') =>
    corex([...words.split(' '), '--folder', folder, '--settings', folder], typed === '' ? {} : env, typed)
  const year = String(first)
  expect(await run(`archive export ${year} --user auditor`, `${PASSWORD}\n`)).toMatchObject({ code: 0 })
  expect(await run(`archive verify ${year} --user auditor`, `${PASSWORD}\n`)).toMatchObject({ code: 0 })
  expect(await run(`archive verify ${year} --digest ${'0'.repeat(64)}`)).toMatchObject({ code: 1 })
  const found = await run(`archive search ${year} --text OLD-33`)
  expect(found.out).toMatch(/OLD-33 /)
  expect(await run(`archive seal ${first + 3} --user auditor`, `${PASSWORD}\n`)).toMatchObject({
    code: 1,
    err: expect.stringContaining('YEAR_NOT_OVER'),
  })
  expect(await run(`archive export ${year} --user teller`, `${PASSWORD}\n`)).toMatchObject({ code: 1 })
})
