import { randomUUID } from 'node:crypto'
import { dispatch } from '../../electron/ipc/dispatch.ts'
import { ok } from '../../shared/result.ts'
import type { Cases } from '../contract/cases.ts'
import { freshComputer } from '../support/computers.ts'
import { closedBranch, otherBranch } from '../support/other-branch.ts'
import { secondBranch } from '../support/second-branch.ts'
import { addUser } from '../support/users.ts'
import type { TestWorkplace } from '../support/workplace.ts'
import { agreedCode, insertWorkstation, newCode, proposedCode } from '../support/workstations.ts'

/** Gives a code at a computer that is started for the first time. */
async function given({ branch }: TestWorkplace, code: string, computer: string, server?: string) {
  const fresh = await freshComputer(branch, computer)
  const answer = await fresh.enrol(code, server)
  await fresh.close()
  return answer
}

const queried = (workplace: TestWorkplace, text: string) => workplace.branch.database.superuser.query(text)

const revoke = async (workplace: TestWorkplace, workstationId: string) =>
  workplace.as('admin').ask('workstations.revoke', { workstationId })

const proposes = (workplace: TestWorkplace, key: string, computer: string, branchId: string | null = null) =>
  workplace
    .as('admin')
    .ask('workstations.proposeCode', { key, computer, hours: 8, code: newCode(), branchId })

/** A proposal as if the people of that branch had made it. */
async function proposedAt({ branch: { database } }: TestWorkplace, id: string, branchId: string) {
  await database.superuser.query('ALTER TABLE approvals DISABLE TRIGGER b_guard')
  await database.superuser.query('UPDATE approvals SET branch_id = $2 WHERE id = $1', [id, branchId])
  await database.superuser.query('ALTER TABLE approvals ENABLE ALWAYS TRIGGER b_guard')
}

/** A branch with two people who could make a code there. */
async function attendedBranch({ branch }: TestWorkplace) {
  const { id } = await secondBranch(branch)
  await addUser(branch.database, id, { role: 'ADMIN' })
  return id
}

export const redeemCases = {
  CONNECTION_REFUSED: async (workplace) =>
    given(workplace, newCode(), 'PC-A', 'db.bank.example?sslmode=disable'),
  CODE_WRONG: async (workplace) => {
    await agreedCode(workplace, 'PC-A')
    return given(workplace, newCode(), 'PC-A')
  },
  CODE_USED: async (workplace) => {
    const { code, key } = await agreedCode(workplace, 'PC-B')
    await queried(
      workplace,
      `UPDATE enrolment_codes SET status = 'USED', used_at = clock_timestamp(), used_by = 'PC-B', used_from = '::',
         verifier_hash = '', workstation_id = '${await insertWorkstation(workplace.branch, 'ws_b', 'PC-B')}' WHERE id = '${key}'`,
    )
    return given(workplace, code, 'PC-B')
  },
  CODE_EXPIRED: async (workplace) => {
    const { code, key } = await agreedCode(workplace, 'PC-C')
    await workplace.as('admin').call('workstations.cancelCode', { codeId: key })
    return given(workplace, code, 'PC-C')
  },
  CODE_OF_OTHER_COMPUTER: async (workplace) => {
    const { code } = await agreedCode(workplace, 'PC-D')
    return given(workplace, code, 'PC-E')
  },
  COMPUTER_TAKEN: async (workplace) => {
    const { branch } = workplace
    const { code } = await agreedCode(workplace, 'PC-H')
    await insertWorkstation(branch, 'ws_far_too', 'PC-H', await otherBranch(branch.database))
    return given(workplace, code, 'PC-H')
  },
  CODE_TRIED_TOO_OFTEN: async (workplace) => {
    await queried(workplace, 'UPDATE enrolment_rules SET tries_per_address = 1')
    await given(workplace, newCode(), 'PC-A')
    const answer = await given(workplace, newCode(), 'PC-A')
    await queried(workplace, 'UPDATE enrolment_rules SET tries_per_address = 100')
    return answer
  },
} satisfies Cases['database.redeemCode']

/** A computer whose window the bank leaves in pictures of the screen. */
const policy = async () =>
  ok({ file: '', server: null, idleSeconds: null, printers: null, updates: null, contentProtection: false })

export const workstationCases = {
  'workstations.proposeCode': {
    BRANCH_NOT_FOUND: (workplace) => proposes(workplace, randomUUID(), 'PC-I', randomUUID()),
    BRANCH_CLOSED: async (workplace) =>
      proposes(workplace, randomUUID(), 'PC-I', await closedBranch(workplace.branch.database)),
    OTHER_BRANCH: async (workplace) =>
      proposes(workplace, randomUUID(), 'PC-I', await attendedBranch(workplace)),
    COMPUTER_TAKEN: async (workplace) => {
      const { branch } = workplace
      await insertWorkstation(branch, 'ws_far', 'PC-FAR', await otherBranch(branch.database))
      return proposes(workplace, randomUUID(), 'pc-far')
    },
    KEY_REUSED: async (workplace) => {
      const { key } = await proposedCode(workplace, 'PC-F')
      return proposes(workplace, key, 'PC-F')
    },
  },
  'workstations.cancelCode': {
    CODE_NOT_OPEN: async (workplace) =>
      workplace.as('admin').ask('workstations.cancelCode', { codeId: randomUUID() }),
    OTHER_BRANCH: async (workplace) => {
      const { key } = await agreedCode(workplace, 'PC-G')
      const elsewhere = await otherBranch(workplace.branch.database)
      await queried(workplace, `UPDATE enrolment_codes SET branch_id = '${elsewhere}' WHERE id = '${key}'`)
      await proposedAt(workplace, key, elsewhere)
      return workplace.as('admin').ask('workstations.cancelCode', { codeId: key })
    },
  },
  'workstations.setProtection': {
    SET_BY_BANK: async ({ as }) => {
      const { state } = as('admin')
      return dispatch({ ...state, options: { ...state.options, policy } }, 'workstations.setProtection', {
        isOn: true,
      })
    },
  },
  'workstations.revoke': {
    WORKSTATION_NOT_FOUND: async (workplace) => revoke(workplace, randomUUID()),
    OTHER_BRANCH: async (workplace) => {
      const { branch } = workplace
      return revoke(
        workplace,
        await insertWorkstation(branch, 'ws_ost', 'PC-OST', await otherBranch(branch.database)),
      )
    },
    OWN_WORKSTATION: async (workplace) => {
      const { branch } = workplace
      return revoke(workplace, await insertWorkstation(branch, branch.database.workstation(1).user, 'PC-OWN'))
    },
  },
} satisfies Partial<Cases>
