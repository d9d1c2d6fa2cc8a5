import { randomUUID } from 'node:crypto'
import type { Cases } from '../contract/cases.ts'
import { approvedChange, proposedChange } from '../support/keys.ts'
import type { TestWorkplace } from '../support/workplace.ts'

const NOT_PRINTED = Array.from({ length: 8 }, () => '0000 0001')

const superuserOf = ({ branch }: TestWorkplace) => branch.database.superuser

/** An administrator who has made a sheet, and not read it back. */
async function withSheet(workplace: TestWorkplace) {
  const approvalId = await approvedChange(workplace, 'KEY_SHEET')
  const { lines } = await workplace.as('admin').call('keys.makeSheet', { approvalId })
  return { approvalId, lines }
}

export const keyCases = {
  'keys.propose': {
    KEY_CHANGE_WAITS: async (workplace) => {
      await proposedChange(workplace, 'KEY_SHEET')
      return workplace.ask('keys.propose', { key: randomUUID(), kind: 'KEY_SHEET', reason: 'Again' })
    },
    KEY_REUSED: async (workplace) => {
      const key = await proposedChange(workplace, 'KEY_ROTATION')
      return workplace.ask('keys.propose', { key, kind: 'KEY_ROTATION', reason: 'For another reason' })
    },
  },
  'keys.rotate': {
    KEY_CHANGE_NOT_APPROVED: ({ as }) => as('admin').ask('keys.rotate', { approvalId: randomUUID() }),
    KEY_CHANGE_RUNS: async (workplace) => {
      await superuserOf(workplace).query(
        `UPDATE vault_generations SET sealed_key = decode(repeat('00', 60), 'hex')`,
      )
      const answer = await workplace.as('admin').ask('keys.rotate', { approvalId: randomUUID() })
      await superuserOf(workplace).query('UPDATE vault_generations SET sealed_key = NULL')
      return answer
    },
  },
  'keys.makeSheet': {
    KEY_CHANGE_NOT_APPROVED: ({ as }) => as('admin').ask('keys.makeSheet', { approvalId: randomUUID() }),
  },
  'keys.keepSheet': {
    KEY_CHANGE_NOT_APPROVED: async (workplace) => {
      const { approvalId, lines } = await withSheet(workplace)
      // Done meanwhile at another workstation.
      await superuserOf(workplace).query(
        `INSERT INTO recovery_sheets (number, approval_id, made_by, voided_at) SELECT 1, $1, id, clock_timestamp() FROM users LIMIT 1`,
        [approvalId],
      )
      return workplace.ask('keys.keepSheet', { lines })
    },
    SHEET_LINE_WRONG: async (workplace) => {
      await withSheet(workplace)
      return workplace.ask('keys.keepSheet', { lines: NOT_PRINTED })
    },
    SHEET_NOT_MADE: ({ as }) => as('admin').ask('keys.keepSheet', { lines: NOT_PRINTED }),
    SHEET_OTHER: async (workplace) => {
      const { approvalId, lines } = await withSheet(workplace)
      await workplace.call('keys.makeSheet', { approvalId })
      return workplace.ask('keys.keepSheet', { lines })
    },
  },
} satisfies Partial<Cases>
