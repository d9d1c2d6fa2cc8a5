import { expect, test } from 'vitest'
import type { HealthRowName } from '../../shared/contract/health.ts'
import type { HealthFacts } from '../../electron/services/health/facts.ts'
import { judgeHealth } from '../../electron/services/health/judge.ts'
import { CallTimes } from '../../electron/call-times.ts'

/** What cannot be made wrong on a server of the tests: disks, certificates, versions, and time that passes. */

const NOW = '2026-11-27T12:00:00Z'
const before = (hours: number) => new Date(Date.parse(NOW) - hours * 3600_000).toISOString()
const GIGABYTE = 1e9

const SOUND: HealthFacts = {
  server: {
    at: NOW,
    schema: '0200-code',
    slots: [],
    receivers: [],
    archive: { on: true, at: before(0), failedAt: null },
    checksums: { on: true, failures: 0, at: null },
    connections: { used: 4, limit: 95 },
    monthsAhead: 24,
    growthADay: null,
    jobs: { failed: [], overdue: [] },
    report: null,
  },
  look: { version: '18.6', wanted: null, warnings: [], certificateEnds: null },
  backups: null,
  freeBytes: 100 * GIGABYTE,
  bank: null,
  calls: [],
}
const SET_UP = {
  isSetUp: true,
  shippedAt: before(0),
  trouble: null,
  copyAt: before(1),
  drill: null,
  wordsAt: before(1),
}

const UNPATCHED: HealthFacts = {
  ...SOUND,
  look: { version: '18.4', wanted: '18.6', warnings: [], certificateEnds: null },
}

const of = (server: Partial<HealthFacts['server']>): HealthFacts => ({
  ...SOUND,
  server: { ...SOUND.server, ...server },
})
const ends = (certificateEnds: string): HealthFacts => ({
  ...SOUND,
  look: { version: '18.6', wanted: null, warnings: [], certificateEnds },
})
const slot = (bytes: number, more = {}) =>
  of({ slots: [{ name: 'standby', active: true, lost: false, bytes, ...more }] })
const shipped = (hours: number): HealthFacts => ({
  ...SOUND,
  backups: { ...SET_UP, shippedAt: before(hours) },
})
const NEVER_RUN = of({ jobs: { failed: ['DRILL'], overdue: ['BACKUP'] } })

const CASES: readonly (readonly [HealthRowName, string, string, HealthFacts])[] = [
  ['DISK', 'OK', 'diskSteady', SOUND],
  ['DISK', 'OK', 'disk', of({ growthADay: GIGABYTE })],
  ['DISK', 'LOOK', 'diskFills', of({ growthADay: 5 * GIGABYTE })],
  ['DISK', 'ACT', 'diskFills', of({ growthADay: 20 * GIGABYTE })],
  ['DISK', 'LOOK', 'diskLow', { ...SOUND, freeBytes: 4 * GIGABYTE }],
  ['DISK', 'ACT', 'diskLow', { ...SOUND, freeBytes: GIGABYTE / 2 }],
  ['DISK', 'UNKNOWN', 'diskUnknown', { ...SOUND, freeBytes: null }],
  ['CERTIFICATE', 'OK', 'certificateNone', SOUND],
  ['CERTIFICATE', 'OK', 'certificate', ends(before(-40 * 24))],
  ['CERTIFICATE', 'LOOK', 'certificateEnds', ends(before(-20 * 24))],
  ['CERTIFICATE', 'ACT', 'certificateEnds', ends(before(-3 * 24))],
  ['CERTIFICATE', 'ACT', 'certificateOver', ends(before(1))],
  ['SERVER', 'OK', 'server', SOUND],
  ['SERVER', 'ACT', 'serverUnpatched', UNPATCHED],
  ['SERVER', 'LOOK', 'serverUnpatched', { ...UNPATCHED, backups: SET_UP }],
  ['REPLICATION', 'OK', 'receiversNone', SOUND],
  ['REPLICATION', 'OK', 'receivers', of({ receivers: [{ name: 'standby', bytes: 5 }] })],
  ['REPLICATION', 'LOOK', 'receiverBehind', of({ receivers: [{ name: 'standby', bytes: GIGABYTE }] })],
  ['REPLICATION', 'UNKNOWN', 'receiversUnknown', of({ receivers: null })],
  ['SLOTS', 'OK', 'slots', slot(5)],
  ['SLOTS', 'LOOK', 'slotHolds', slot(2 * GIGABYTE)],
  ['SLOTS', 'ACT', 'slotHolds', slot(4 * GIGABYTE)],
  ['SLOTS', 'ACT', 'slotLost', slot(5, { lost: true })],
  ['ARCHIVE', 'OK', 'archive', SOUND],
  ['ARCHIVE', 'LOOK', 'archiveOff', of({ archive: { on: false, at: null, failedAt: null } })],
  ['ARCHIVE', 'ACT', 'archiveFails', of({ archive: { on: true, at: before(5), failedAt: before(4) } })],
  ['ARCHIVE', 'UNKNOWN', 'archiveNever', of({ archive: { on: true, at: null, failedAt: null } })],
  ['SEALED', 'OK', 'sealed', shipped(0.1)],
  ['SEALED', 'LOOK', 'sealedLate', shipped(0.5)],
  ['SEALED', 'ACT', 'sealedLate', shipped(2)],
  [
    'SEALED',
    'ACT',
    'sealedTrouble',
    { ...SOUND, backups: { ...SET_UP, trouble: { code: 'FOLDER_AWAY', about: '/srv' } } },
  ],
  ['JOBS', 'OK', 'jobs', { ...NEVER_RUN, backups: { ...SET_UP, isSetUp: false } }],
  ['JOBS', 'ACT', 'jobsFailed', { ...NEVER_RUN, backups: SET_UP }],
  ['CHECKSUMS', 'LOOK', 'checksumsOff', of({ checksums: { on: false, failures: 0, at: null } })],
  ['PARTITIONS', 'ACT', 'partitionsFew', of({ monthsAhead: 1 })],
  ['CONNECTIONS', 'ACT', 'connectionsMany', of({ connections: { used: 95, limit: 95 } })],
  ['CALLS', 'UNKNOWN', 'callsNone', SOUND],
]

test.each(CASES)('%s is %s: %s', (name, state, says, facts) => {
  expect(judgeHealth(facts).find((row) => row.name === name)).toMatchObject({ state, says })
})

test('nine of ten calls that are quick do not hide one of ten that is slow, and a few do not stand for all', () => {
  const times = new CallTimes()
  for (let n = 0; n < 90; n += 1) times.note('customers.search', 12)
  for (let n = 0; n < 10; n += 1) times.note('customers.search', 1_800)
  for (let n = 0; n < 3; n += 1) times.note('books.trialBalance', 9_000)
  const [slow] = times.list().filter(({ name }) => name === 'customers.search')
  expect(slow?.p95Ms).toBeGreaterThanOrEqual(1_800)
  expect(slow?.p95Ms).toBeLessThan(1_800 * 1.25)
  const found = judgeHealth({ ...SOUND, calls: times.list() }).find(({ name }) => name === 'CALLS')
  expect(found).toMatchObject({ state: 'LOOK', facts: { text: 'customers.search' } })
})
