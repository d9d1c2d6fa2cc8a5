import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import type { Cases } from '../contract/cases.ts'
import { makeAuditMonth } from '../support/old-years.ts'
import { otherBranch } from '../support/other-branch.ts'
import { only } from '../support/queries.ts'
import type { TestWorkplace } from '../support/workplace.ts'

/** A seal as if a year without postings had been sealed; of another branch, one in which that branch has a day. */
async function sealed({ branch }: TestWorkplace, branchId: string | null = null): Promise<string> {
  const { superuser } = branch.database
  await superuser.query(
    `INSERT INTO corex.archive_seals (kind, period, format, rows, pieces, digest) VALUES ('LEDGER', '1990-01-01', 1, 0, 0, sha256(''))
     ON CONFLICT DO NOTHING`,
  )
  if (branchId !== null)
    await superuser.query(
      `INSERT INTO corex.archive_pieces (kind, period, day, branch_id, rows, hash)
       VALUES ('LEDGER', '1990-01-01', '1990-01-02', $1, 0, sha256('')) ON CONFLICT DO NOTHING`,
      [branchId],
    )
  const { rows } = await superuser.query<{ id: string }>(
    `SELECT id FROM corex.archive_seals WHERE period = '1990-01-01'`,
  )
  return only(rows).id
}

/** A sealed month of the audit log, without rows; `away`: moved out of the log, with a day that has another hash than its seal. */
async function sealedMonth({ branch }: TestWorkplace, month: string, away = false): Promise<string> {
  const { superuser } = branch.database
  await makeAuditMonth(superuser, month)
  const { rows } = await superuser.query<{ id: string }>(
    `SELECT corex.seal_month($1, 1000, NULL) ->> 'sealId' AS id`,
    [month],
  )
  const { id } = only(rows)
  if (!away) return id
  await superuser.query(
    `SELECT corex.move_audit_month(s, 'corex.audit_logs_archive', 'DETACHED', NULL) FROM corex.archive_seals s WHERE id = $1`,
    [id],
  )
  await superuser.query(
    `INSERT INTO corex.archive_pieces (kind, period, day, rows, hash) VALUES ('AUDIT', $1, '1989-12-31', 0, sha256('other'))`,
    [month],
  )
  return id
}

const propose = (workplace: TestWorkplace, sealId: string, key: string = randomUUID()) =>
  workplace.as('admin').ask('archives.proposeDetach', { key, sealId })

const files = { work: randomUUID(), folder: tmpdir() }
const words = { text: 'rent', from: null, to: null }

export const archiveCases = {
  'archives.seal': {
    YEAR_NOT_OVER: (workplace) =>
      workplace.as('admin').ask('archives.seal', { kind: 'LEDGER', period: '2999-01-01' }),
  },
  'archives.check': {
    ARCHIVE_NOT_FOUND: (workplace) =>
      workplace.as('admin').ask('archives.check', { sealId: randomUUID(), since: null }),
  },
  'archives.proposeDetach': {
    ARCHIVE_NOT_FOUND: (workplace) => propose(workplace, randomUUID()),
    KEY_REUSED: async (workplace) => {
      const key = randomUUID()
      await propose(workplace, await sealedMonth(workplace, '1990-03-01'), key)
      return propose(workplace, await sealedMonth(workplace, '1990-04-01'), key)
    },
    MONTH_AWAY: async (workplace) => propose(workplace, await sealedMonth(workplace, '1990-05-01', true)),
  },
  'archives.attach': {
    ARCHIVE_CHANGED: async (workplace) => {
      const sealId = await sealedMonth(workplace, '1990-06-01', true)
      return workplace.as('auditor').ask('archives.attach', { sealId })
    },
    ARCHIVE_NOT_FOUND: (workplace) =>
      workplace.as('auditor').ask('archives.attach', { sealId: randomUUID() }),
  },
  'archives.bringBack': {
    ARCHIVE_NOT_FOUND: (workplace) =>
      workplace.as('admin').ask('archives.bringBack', { ...files, sealId: randomUUID() }),
    ARCHIVE_REFUSED: async (workplace) => {
      const sealId = await sealedMonth(workplace, '1990-07-01')
      await workplace.branch.database.superuser
        .query(`ALTER TABLE corex.audit_logs DETACH PARTITION corex.audit_logs_199007;
        DROP TABLE corex.audit_logs_199007`)
      return workplace.as('admin').ask('archives.bringBack', { ...files, sealId, folder: '/nowhere' })
    },
    MONTH_NOT_REMOVED: async (workplace) => {
      const sealId = await sealedMonth(workplace, '1990-08-01')
      return workplace.as('admin').ask('archives.bringBack', { ...files, sealId })
    },
  },
  'archives.export': {
    ARCHIVE_NOT_FOUND: (workplace) =>
      workplace.as('supervisor').ask('archives.export', { ...files, sealId: randomUUID() }),
    ARCHIVE_REFUSED: async (workplace) => {
      const sealId = await sealed(workplace)
      return workplace.as('supervisor').ask('archives.export', { ...files, sealId, folder: '/nowhere' })
    },
    OTHER_BRANCH: async (workplace) => {
      const sealId = await sealed(workplace, await otherBranch(workplace.branch.database))
      return workplace.as('supervisor').ask('archives.export', { ...files, sealId })
    },
  },
  'archives.verify': {
    ARCHIVE_NOT_FOUND: (workplace) =>
      workplace.as('admin').ask('archives.verify', { ...files, sealId: randomUUID() }),
    ARCHIVE_REFUSED: async (workplace) => {
      const sealId = await sealed(workplace)
      return workplace.as('admin').ask('archives.verify', { ...files, sealId, folder: '/nowhere' })
    },
  },
  'archives.search': {
    ARCHIVE_NOT_FOUND: (workplace) =>
      workplace.as('supervisor').ask('archives.search', { ...files, ...words, sealId: randomUUID() }),
    ARCHIVE_REFUSED: async (workplace) => {
      const sealId = await sealed(workplace)
      return workplace.as('auditor').ask('archives.search', { ...files, ...words, sealId })
    },
    OTHER_BRANCH: async (workplace) => {
      const sealId = await sealed(workplace, await otherBranch(workplace.branch.database))
      return workplace.as('supervisor').ask('archives.search', { ...files, ...words, sealId })
    },
  },
} satisfies Partial<Cases>
