import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Archive } from '../../shared/contract/archives.ts'
import { openAccount } from '../support/accounts.ts'
import { approveAs } from '../support/approvals.ts'
import { approvedCustomer } from '../support/customers.ts'
import { openDate } from '../support/days.ts'
import { doWhatIsDue } from '../support/jobs.ts'
import { insertOldYears } from '../support/old-years.ts'
import { only } from '../support/queries.ts'
import { workplaceForFile } from '../support/test-file.ts'

/** Months of the audit log that leave the log and come back: what is known of the bank stays the same, and nobody forges them meanwhile. */

const workplace = await workplaceForFile()
const { branch } = workplace
const { superuser } = branch.database
const today = await openDate(branch)
const first = Number(today.slice(0, 4)) - 2
const month = `${first}-03-01`
const table = `corex.audit_logs_${first}03`
const accounts = [await openAccount(branch, await approvedCustomer(branch))]
const folder = await mkdtemp(join(tmpdir(), 'corex-months-'))
afterAll(() => rm(folder, { recursive: true }))

beforeAll(async () => {
  await insertOldYears(superuser, {
    from: first,
    years: 1,
    postings: 240,
    daysAYear: 12,
    accounts,
    branchId: branch.id,
    supervisor: branch.staff.supervisor.id,
  })
  await workplace.as('supervisor').call('jobs.runNow', { name: 'ARCHIVES' })
  expect((await doWhatIsDue(branch.database.db(), 'ARCHIVES')).at(-1)).toMatchObject({ status: 'DONE' })
})

const archiveOf = async (period: string): Promise<Archive> => {
  const { archives } = await workplace.as('auditor').call('archives.list', {})
  const found = archives.find((each) => each.kind === 'AUDIT' && each.period === period)
  if (found === undefined) throw new Error(`${period} is not listed`)
  return found
}
const sealId = async () => (await archiveOf(month)).seal?.id ?? ''

const filters = { userId: null, action: null, resourceType: null, resourceId: null, before: null, limit: 200 }
const logOf = (period: string, last = 31) =>
  workplace.as('auditor').call('audit.list', { ...filters, from: period, to: `${period.slice(0, 8)}${last}` })

async function checkRows() {
  const id = await sealId()
  let step = await workplace.as('auditor').call('archives.check', { sealId: id, since: null })
  while (step.done < step.of)
    step = await workplace.as('auditor').call('archives.check', { sealId: id, since: step.since })
  return step.differing
}

/** What else is asked of old rows of the log: the books, the trail of a posting, and how much was opened. */
async function whatRestsOnIt(): Promise<string> {
  const faults = (await superuser.query('SELECT * FROM corex.check_books()')).rows
  const { rows } = await superuser.query<{ id: string }>(
    'SELECT id FROM corex.transactions WHERE business_date >= $1::date ORDER BY business_date, id LIMIT 1',
    [month],
  )
  const trail = await workplace.as('supervisor').call('journal.trail', { transactionId: only(rows).id })
  return JSON.stringify([faults, trail.events.filter(({ at }) => at < today)])
}

async function detach(): Promise<void> {
  const [key, id] = [randomUUID(), await sealId()]
  await workplace.as('admin').call('archives.proposeDetach', { key, sealId: id })
  expect(await approveAs(workplace, 'admin', key)).toMatchObject({ error: { code: 'OWN_PROPOSAL' } })
  const approved = await approveAs(workplace, 'supervisor', key)
  expect(approved, JSON.stringify(approved) + workplace.logged.join('\n')).toMatchObject({
    ok: true,
    value: { failure: null },
  })
}

test('a month leaves the log by two people and comes back: everything that rests on it is the same to the byte', async () => {
  const [before, log] = [await whatRestsOnIt(), await logOf(month)]
  expect(log.rows).toHaveLength(40)
  expect((await archiveOf(month)).state).toBe('SEALED')
  const exportIt = async () =>
    workplace.as('auditor').call('archives.export', { work: randomUUID(), sealId: await sealId(), folder })
  const { bytes, rows } = await exportIt()
  expect(rows).toBe(40)

  await detach()
  expect((await archiveOf(month)).state).toBe('AWAY')
  expect((await logOf(month)).rows).toEqual([])
  const archived = (from: string | null) =>
    workplace.as('admin').call('audit.listArchived', { from, to: null })
  expect(await archived(null)).toEqual({ months: [month] })
  expect(await archived(today)).toEqual({ months: [] })
  expect(await whatRestsOnIt()).toBe(before)
  expect(await checkRows()).toEqual([])
  expect((await exportIt()).bytes).toBe(bytes)
  const verify = { work: randomUUID(), sealId: await sealId(), folder }
  expect(await workplace.as('auditor').ask('archives.verify', verify)).toMatchObject({ ok: true })
  const found = await workplace
    .as('auditor')
    .call('archives.search', { ...verify, text: 'POSTED', from: null, to: null })
  expect(found.lines).toHaveLength(40)

  await workplace.as('auditor').call('archives.attach', { sealId: await sealId() })
  expect((await archiveOf(month)).state).toBe('SEALED')
  expect(await logOf(month)).toEqual(log)
  expect(await whatRestsOnIt()).toBe(before)
  expect(await archived(null)).toEqual({ months: [] })
})

const copy = (into: string) =>
  `INSERT INTO ${into} SELECT (jsonb_populate_record(a, jsonb_build_object('id', left(a.id::text, 24) || 'ffffffffffff'))).* FROM ${table} a LIMIT 1`

const changes = (into: string) => [
  copy(into),
  `UPDATE ${into} SET action = 'FORGED' WHERE id >= (SELECT min(id::text)::uuid FROM ${table})`,
  `DELETE FROM ${into} WHERE id >= (SELECT min(id::text)::uuid FROM ${table})`,
  `TRUNCATE ${into}`,
]

test('a month out of the log takes no row, and loses and changes none, of the owner and the superuser too', async () => {
  await detach()
  for (const change of [...changes(table), ...changes('corex.audit_logs_archive')])
    for (const role of ['origin', 'replica'])
      await expect(
        superuser.query(`BEGIN; SET LOCAL session_replication_role = ${role}; ${change}; ROLLBACK`),
        change,
      ).rejects.toMatchObject({ constraint: 'APPEND_ONLY' })
  await superuser.query('ROLLBACK')
})

/** Past the guard of its rows. */
const forge = (from: string, into: string) =>
  superuser.query(`BEGIN; ALTER TABLE ${table} DISABLE TRIGGER no_change;
    UPDATE ${table} SET action = '${into}' WHERE action = '${from}' AND id = (SELECT min(id::text)::uuid FROM ${table});
    ALTER TABLE ${table} ENABLE ALWAYS TRIGGER no_change; COMMIT`)

test('what was forged past every guard is found, and does not come back into the log', async () => {
  await forge('POSTED', 'VIEWED')
  expect((await checkRows()).map(({ sealed, found }) => [sealed, found])).toEqual([[20, 20]])
  const answer = await workplace.as('auditor').ask('archives.attach', { sealId: await sealId() })
  expect(answer).toMatchObject({ error: { code: 'ARCHIVE_CHANGED' } })
  expect((await archiveOf(month)).state).toBe('AWAY')
  await forge('VIEWED', 'POSTED')
  await workplace.as('auditor').call('archives.attach', { sealId: await sealId() })
  expect((await archiveOf(month)).state).toBe('SEALED')
})

test('the rule that two people agree moves months out by the job, and one that was brought back stays', async () => {
  const key = randomUUID()
  const rule = { purpose: 'AUDIT_AT_HAND', event: 'CLOSED', years: 1, validFrom: today } as const
  await workplace.as('admin').call('documents.proposeRetention', { key, ...rule })
  expect(await approveAs(workplace, 'supervisor', key)).toMatchObject({ ok: true })
  await workplace.as('supervisor').call('jobs.runNow', { name: 'ARCHIVES' })
  await doWhatIsDue(branch.database.db(), 'ARCHIVES')
  const { months } = await workplace.as('auditor').call('audit.listArchived', { from: null, to: null })
  expect(months).not.toContain(month)
  expect(months).toContain(`${first}-04-01`)
  expect(await whatRestsOnIt()).toMatch(/^\[\[\],/)
})

const april = `${first}-04-01`
const ofApril = async () => ({ work: randomUUID(), sealId: (await archiveOf(april)).seal?.id ?? '', folder })
const runJob = async () => {
  await workplace.as('supervisor').call('jobs.runNow', { name: 'ARCHIVES' })
  return doWhatIsDue(branch.database.db(), 'ARCHIVES')
}
const linesOfApril = async () =>
  (
    await superuser.query<{ line: string }>(
      `SELECT l.line FROM generate_series(0, 29) AS n, corex.audit_lines($1::date + n, NULL, NULL) AS l ORDER BY l.id`,
      [april],
    )
  ).rows.map(({ line }) => line)

test('a month that was kept long enough is deleted once a file of it is good; its seal and the books stay right', async () => {
  const key = randomUUID()
  const rule = { purpose: 'AUDIT', event: 'CLOSED', years: 1, validFrom: today } as const
  await workplace.as('admin').call('documents.proposeRetention', { key, ...rule })
  expect(await approveAs(workplace, 'supervisor', key)).toMatchObject({ ok: true })
  await workplace.as('auditor').call('archives.export', await ofApril())
  await runJob()
  expect((await archiveOf(april)).state).toBe('AWAY')
  await workplace.as('auditor').call('archives.verify', await ofApril())
  await runJob()
  expect(await archiveOf(april)).toMatchObject({ state: 'REMOVED', seal: { removed: { by: null } } })
  expect((await archiveOf(`${first}-05-01`)).state).toBe('AWAY')
  expect(await linesOfApril()).toEqual([])
  expect(await whatRestsOnIt()).toMatch(/^\[\[\],/)
  const { months } = await workplace.as('auditor').call('audit.listArchived', { from: april, to: april })
  expect(months).toEqual([april])
  const auditor = workplace.as('auditor')
  expect(await auditor.ask('archives.verify', await ofApril())).toMatchObject({ ok: true })
  const asked = { sealId: (await ofApril()).sealId, since: null }
  expect(await auditor.ask('archives.check', asked)).toMatchObject({
    error: { code: 'ARCHIVE_NOT_FOUND' },
  })
})

const tablesOfApril = async () =>
  (await superuser.query(`SELECT 1 WHERE to_regclass('corex.audit_logs_${first}04') IS NOT NULL`)).rowCount

test('it comes back from its file to be read, as it was to the byte; cancelled, nothing of it is there', async () => {
  const { emit } = workplace.state
  const asked = await ofApril()
  const auditor = workplace.as('auditor')
  Object.assign(workplace.state, {
    emit: (_: string, { done, of }: { done?: number; of?: number }) =>
      done !== undefined && done === of && workplace.ask('sessions.endWork', { work: asked.work }),
  })
  const cancelled = await auditor.ask('archives.bringBack', asked)
  Object.assign(workplace.state, { emit })
  expect(cancelled, workplace.logged.join('\n')).toMatchObject({ error: { details: { fault: 'CANCELLED' } } })
  expect(await tablesOfApril()).toBe(0)

  const { rows, bytes } = await auditor.call('archives.bringBack', await ofApril())
  expect(rows).toBe((await linesOfApril()).length)
  expect((await archiveOf(april)).state).toBe('AWAY')
  expect((await auditor.call('archives.export', await ofApril())).bytes).toBe(bytes)
  expect(await whatRestsOnIt()).toMatch(/^\[\[\],/)
  await runJob()
  expect((await archiveOf(april)).state).toBe('AWAY')
  await expect(superuser.query(`TRUNCATE corex.audit_logs_${first}04`)).rejects.toThrow('APPEND_ONLY')
  await auditor.call('archives.attach', { sealId: asked.sealId })
  expect((await logOf(april, 30)).rows).toHaveLength(rows)
})

test('lines that are not what was sealed do not come back', async () => {
  const lines = await linesOfApril()
  const { sealId: seal } = await ofApril()
  await superuser.query(`BEGIN; SET LOCAL ROLE corex_owner;
    ALTER TABLE corex.audit_logs DETACH PARTITION corex.audit_logs_${first}04; DROP TABLE corex.audit_logs_${first}04; COMMIT`)
  const ask = (query: string, ...more: unknown[]) => branch.pool('auditor').query(query, [seal, ...more])
  await ask('SELECT begin_audit_return($1)')
  await ask('SELECT add_audit_lines($1, $2)', [...lines.slice(1), lines[0]?.replace('"POSTED"', '"VIEWED"')])
  const finish = () => ask(`SELECT finish_audit_return($1, sha256(''), 1, '/nowhere')`)
  await expect(finish()).rejects.toThrow('ARCHIVE_CHANGED')
  expect((await archiveOf(april)).state).toBe('REMOVED')
  await ask('SELECT begin_audit_return($1)')
  await ask('SELECT add_audit_lines($1, $2)', lines)
  await finish()
  expect(await linesOfApril()).toEqual(lines)
})
