import { beforeAll, describe, expect, test } from 'vitest'
import type { HealthRow, HealthRowName } from '../../shared/contract/health.ts'
import { expectHealth, healthRow } from '../support/health.ts'
import { workplaceForFile } from '../support/test-file.ts'

/** What health says of backups and disks: what the bank's own server posts of itself, and what the program beside the embedded one knows. */

const workplace = await workplaceForFile({ vault: '0' })
const { superuser } = workplace.branch.database
const query = (text: string, values: unknown[] = []) => superuser.query(text, values)
const rowOf = (name: HealthRowName) => healthRow(workplace, name)
const expectRow = (name: HealthRowName, state: HealthRow['state'], says: HealthRow['says']) =>
  expectHealth(workplace, name, state, says)

const GIGABYTE = 1e9
const info = (code: number, stop = Date.now() / 1000) =>
  JSON.stringify([
    {
      name: 'bank',
      status: { code, message: code === 0 ? 'ok' : 'missing stanza path' },
      backup: [{ type: 'full', error: false, timestamp: { start: 0, stop: Math.floor(stop) } }],
    },
  ])
const report = (free: number, of = info(0)) => query('SELECT corex.note_server_report($1, $2)', [free, of])

const set = (to: object) => workplace.state.backups.settings.change(() => to)
const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()

describe('what the timer of the bank’s own server posts', () => {
  test('SERVER_BACKUP: none, silent, failed, late', async () => {
    await expectRow('SERVER_BACKUP', 'UNKNOWN', 'serverBackupUnknown')
    await report(100 * GIGABYTE)
    await expectRow('SERVER_BACKUP', 'OK', 'serverBackup')
    await report(100 * GIGABYTE, info(1))
    expect(await rowOf('SERVER_BACKUP')).toMatchObject({
      state: 'ACT',
      facts: { text: 'missing stanza path' },
    })
    await report(100 * GIGABYTE, info(0, Date.now() / 1000 - 2 * 86_400))
    await expectRow('SERVER_BACKUP', 'LOOK', 'serverBackupLate')
    await query(`UPDATE corex.server_reports SET posted_at = posted_at - interval '5 days'`)
    await expectRow('SERVER_BACKUP', 'ACT', 'serverBackupSilent')
    await report(100 * GIGABYTE)
    await expectRow('SERVER_BACKUP', 'OK', 'serverBackup')
  })

  test('DISK and AUDIT: what is free, against what a day adds', async () => {
    await report(GIGABYTE / 2)
    await expectRow('DISK', 'ACT', 'diskLow')
    await report(100 * GIGABYTE)
    await query('DELETE FROM corex.audit_growth')
    await expectRow('AUDIT', 'UNKNOWN', 'auditUnknown')
    await query(`INSERT INTO corex.audit_growth (day, rows, bytes, log_bytes, database_bytes)
      SELECT current_date - n, 1000, 500000000, 1, 100000000000 - n * 10000000000 FROM generate_series(1, 9) AS n`)
    expect(await rowOf('DISK')).toMatchObject({ state: 'LOOK', says: 'diskFills', facts: { days: 10 } })
    await expectRow('AUDIT', 'LOOK', 'auditGrows')
    await report(9000 * GIGABYTE)
    await expectRow('DISK', 'OK', 'disk')
    await expectRow('AUDIT', 'OK', 'audit')
  })
})

describe('of the embedded server', () => {
  beforeAll(() => {
    Object.assign(workplace.state.database ?? {}, { kind: 'embedded' })
  })

  test('SEALED, FULL, DRILL and WORDS: nothing set up, and then each too old', async () => {
    await expectRow('SEALED', 'ACT', 'notSetUp')
    expect(await rowOf('FULL')).toBeUndefined()
    await set({ folder: '/srv/backup', sheet: 'age1', lastFull: null })
    await expectRow('SEALED', 'UNKNOWN', 'sealedNever')
    await expectRow('SLOTS', 'ACT', 'slotMissing')
    await query(`SELECT pg_create_physical_replication_slot('corex_backup', true)`)
    await expectRow('SLOTS', 'OK', 'slots')
    await query(`SELECT pg_drop_replication_slot('corex_backup')`)
    await expectRow('FULL', 'ACT', 'fullNever')
    await set({ lastFull: { at: ago(2), bytes: 1, seconds: 1 } })
    await expectRow('FULL', 'LOOK', 'fullLate')
    await set({ lastFull: { at: ago(0), bytes: 1, seconds: 1 } })
    await expectRow('FULL', 'OK', 'full')
    await expectRow('WORDS', 'ACT', 'wordsNever')
    await set({ wordsCheckedAt: ago(400) })
    await expectRow('WORDS', 'LOOK', 'wordsOld')
    await set({ wordsCheckedAt: ago(1) })
    await expectRow('WORDS', 'OK', 'words')
    const about = { fullAt: null, upTo: null, seconds: 1, tables: 1, indexes: 1, postings: 1 }
    const drilled = (at: string, fault: string | null) =>
      set({ lastDrill: { ...about, at, fault, faultDetails: { file: 'balances' } } })
    await expectRow('DRILL', 'LOOK', 'drillNever')
    await drilled(ago(1), 'CHECKS_FAILED')
    expect(await rowOf('DRILL')).toMatchObject({
      state: 'ACT',
      facts: { fault: 'CHECKS_FAILED', text: 'balances' },
    })
    await drilled(ago(9), null)
    await expectRow('DRILL', 'LOOK', 'drillLate')
    await drilled(ago(1), null)
    await expectRow('DRILL', 'OK', 'drill')
  })
})
