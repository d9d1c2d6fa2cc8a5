import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import type { Case, Cases } from '../contract/cases.ts'
import { approveAs, proposalAbout, proposed, shownTo } from '../support/approvals.ts'
import { proposalOnPostedDay } from '../branches/error-cases.ts'
import { proposedCorrection } from '../customers/error-cases.ts'
import { addEmptyDay, addProposal, withTillHeldOn } from '../support/days.ts'
import { approveDocument } from '../support/documents.ts'
import { otherBranch } from '../support/other-branch.ts'
import { countTill, openTill, proposeVaultCash } from '../support/posting-functions.ts'
import { countedByTwo } from '../support/second-person.ts'
import { PASSWORD, whileSuspended } from '../support/users.ts'
import { cashForPuppet } from '../support/puppets.ts'
import type { TestWorkplace } from '../support/workplace.ts'

const HASH = '0'.repeat(64)
const nobodys = () => ({ approvalId: randomUUID(), hash: HASH, passwordHalf: null })

/** A proposal that belongs to another branch. */
async function elsewhere(workplace: TestWorkplace): Promise<string> {
  const id = await proposed(workplace)
  const { superuser } = workplace.branch.database
  await superuser.query('ALTER TABLE approvals DISABLE TRIGGER USER')
  await superuser.query('UPDATE approvals SET branch_id = $1 WHERE id = $2', [
    await otherBranch(workplace.branch.database),
    id,
  ])
  await superuser.query('ALTER TABLE approvals ENABLE TRIGGER USER')
  await superuser.query('ALTER TABLE approvals ENABLE ALWAYS TRIGGER b_guard')
  return id
}

/** A proposal that was declined. */
async function decided(workplace: TestWorkplace): Promise<string> {
  const approvalId = await proposed(workplace)
  await workplace.as('supervisor').call('approvals.decline', { approvalId, reason: 'Not now' })
  return approvalId
}

/** A proposal of the administrator about the supervisor. */
const about = (workplace: TestWorkplace) =>
  proposed(workplace, proposalAbout(workplace.branch.staff.supervisor.id, { kind: 'USER_UNLOCK' }))

const decline = async (workplace: TestWorkplace, approvalId: string) =>
  workplace.as('supervisor').ask('approvals.decline', { approvalId, reason: 'Not now' })

const approve = async (workplace: TestWorkplace, approvalId: string) =>
  workplace.as('supervisor').ask('approvals.approve', { approvalId, hash: HASH, passwordHalf: null })

/** The supervisor decides beside the administrator, with the own password. */
const beside = (
  workplace: TestWorkplace,
  approvalId: string,
  changes: Partial<CallInput<'approvals.decideBeside'>> = {},
) =>
  workplace.as('admin').ask('approvals.decideBeside', {
    approvalId,
    hash: HASH,
    username: 'supervisor',
    password: PASSWORD,
    code: null,
    reason: null,
    ...changes,
  })

/** What the administrator proposed who is suspended meanwhile. */
async function withoutProposer<T>(workplace: TestWorkplace, decide: (id: string) => Promise<T>): Promise<T> {
  const { database, staff } = workplace.branch
  const id = await proposed(workplace)
  return whileSuspended(database, staff.admin.id, () => decide(id))
}

const besideShown = async (workplace: TestWorkplace, approvalId: string) =>
  beside(workplace, approvalId, { hash: (await shownTo(workplace, 'admin', approvalId)).hash })

const withdraw = async (workplace: TestWorkplace, approvalId: string) =>
  workplace.as('admin').ask('approvals.withdraw', { approvalId })

const branchAdmin = ({ branch }: TestWorkplace) => branch.pool('admin')

/** Ten dollars that the supervisor counted into the vault. */
const cash = (workplace: TestWorkplace) => proposeVaultCash(workplace.branch.pool('supervisor'), '10')

/** A difference of an empty till, which waits for a decision; the same one each time. */
async function difference({ branch }: TestWorkplace): Promise<string> {
  const pool = branch.pool('teller2')
  const till =
    "SELECT make_till($1, $2, 'Till of a difference') WHERE NOT EXISTS (SELECT FROM tills WHERE id = $1)"
  await branch.database.superuser.query(till, [TILL, branch.id])
  await openTill(pool, TILL, '0', OPENING)
  await countTill(pool, '1', { key: COUNT })
  return (await countedByTwo(pool, COUNT, '1'))['difference'] ?? ''
}
const [TILL, OPENING, COUNT] = [randomUUID(), randomUUID(), randomUUID()]

const countedAs =
  (counted: string): Case<'approvals.approve'> =>
  async (workplace) =>
    approveAs(workplace, 'admin', await cash(workplace), counted)

/** What keeps a correction or a withdrawal from being done now, whoever decides it where. */
const notYet = {
  DOCUMENT_NOT_APPROVED: async (workplace: TestWorkplace) => (await proposedCorrection(workplace)).id,
  NOT_SHOWN: async (workplace: TestWorkplace) => {
    const { id, documentId } = await proposedCorrection(workplace)
    const { database, staff } = workplace.branch
    await approveDocument(database, staff.supervisor2, documentId)
    return id
  },
  DAY_HAS_POSTINGS: ({ branch }: TestWorkplace) => proposalOnPostedDay(branch),
} as const

const notYetHere = async (workplace: TestWorkplace, name: keyof typeof notYet) => {
  const approvalId = await notYet[name](workplace)
  return approveAs(workplace, name === 'DAY_HAS_POSTINGS' ? 'admin' : 'supervisor', approvalId)
}

const notYetBeside = async (workplace: TestWorkplace, name: keyof typeof notYet) => {
  const approvalId = await notYet[name](workplace)
  const { hash } = await shownTo(workplace, 'auditor', approvalId)
  return beside(workplace, approvalId, {
    hash,
    username: name === 'DAY_HAS_POSTINGS' ? 'admin' : 'supervisor',
  })
}

/** The withdrawal of a day on which a till is still held. */
const withTillHeld = async <T>(
  { branch }: TestWorkplace,
  date: string,
  decide: (approvalId: string) => Promise<T>,
): Promise<T> => {
  const day = await addEmptyDay(branch, date)
  const approvalId = await addProposal(branch, day)
  return withTillHeldOn(branch, day, () => decide(approvalId))
}

export const approvalCases = {
  'approvals.read': {
    APPROVAL_NOT_FOUND: ({ as }) => as('supervisor').ask('approvals.read', { approvalId: randomUUID() }),
  },
  'approvals.approve': {
    DOCUMENT_NOT_APPROVED: (workplace) => notYetHere(workplace, 'DOCUMENT_NOT_APPROVED'),
    NOT_SHOWN: (workplace) => notYetHere(workplace, 'NOT_SHOWN'),
    DAY_HAS_POSTINGS: (workplace) => notYetHere(workplace, 'DAY_HAS_POSTINGS'),
    TILLS_STILL_OPEN: (workplace) =>
      withTillHeld(workplace, '2002-01-01', (id) => approveAs(workplace, 'admin', id)),
    APPROVAL_NOT_FOUND: ({ as }) => as('supervisor').ask('approvals.approve', nobodys()),
    OTHER_BRANCH: async (workplace) => approve(workplace, await elsewhere(workplace)),
    ALREADY_DECIDED: async (workplace) => approve(workplace, await decided(workplace)),
    OWN_PROPOSAL: async (workplace) => approveAs(workplace, 'admin', await proposed(workplace)),
    OWN_CASE: async (workplace) => approveAs(workplace, 'supervisor', await about(workplace)),
    NOT_TWO_PEOPLE: async (workplace) => approveAs(workplace, 'admin', await cashForPuppet(workplace), '10'),
    PROPOSER_MAY_NO_MORE: (workplace) =>
      withoutProposer(workplace, (id) => approveAs(workplace, 'supervisor', id)),
    CHANGED_MEANWHILE: async (workplace) => approve(workplace, await proposed(workplace)),
    PASSWORD_HALF_MISSING: async (workplace) => {
      const approvalId = await proposed(workplace)
      const { hash } = await shownTo(workplace, 'supervisor', approvalId)
      return workplace.ask('approvals.approve', { approvalId, hash, passwordHalf: null })
    },
    COUNT_MISSING: async (workplace) => approveAs(workplace, 'admin', await cash(workplace)),
    COUNT_LOCKED: async (workplace) => {
      const approvalId = await cash(workplace)
      await branchAdmin(workplace).query('SELECT count_cash($1, 9)', [approvalId])
      return approveAs(workplace, 'admin', approvalId, '10')
    },
    REASON_MISSING: async (workplace) => approveAs(workplace, 'supervisor', await difference(workplace)),
    AMOUNT_NOT_A_NUMBER: countedAs('ten'),
    AMOUNT_NEGATIVE: countedAs('-10'),
    AMOUNT_TOO_PRECISE: countedAs('10.001'),
    AMOUNT_TOO_LARGE: countedAs('10000000000000'),
  },
  'approvals.decline': {
    APPROVAL_NOT_FOUND: (workplace) => decline(workplace, randomUUID()),
    OTHER_BRANCH: async (workplace) => decline(workplace, await elsewhere(workplace)),
    ALREADY_DECIDED: async (workplace) => decline(workplace, await decided(workplace)),
    OWN_PROPOSAL: async (workplace) =>
      workplace
        .as('admin')
        .ask('approvals.decline', { approvalId: await proposed(workplace), reason: 'Not now' }),
    OWN_CASE: async (workplace) => decline(workplace, await about(workplace)),
    NOT_TWO_PEOPLE: async (workplace) => {
      const approvalId = await cashForPuppet(workplace)
      return workplace.as('admin').ask('approvals.decline', { approvalId, reason: 'Not now' })
    },
  },
  'approvals.decideBeside': {
    DOCUMENT_NOT_APPROVED: (workplace) => notYetBeside(workplace, 'DOCUMENT_NOT_APPROVED'),
    NOT_SHOWN: (workplace) => notYetBeside(workplace, 'NOT_SHOWN'),
    DAY_HAS_POSTINGS: (workplace) => notYetBeside(workplace, 'DAY_HAS_POSTINGS'),
    TILLS_STILL_OPEN: (workplace) =>
      withTillHeld(workplace, '2002-01-02', async (id) => {
        const { hash } = await shownTo(workplace, 'auditor', id)
        return beside(workplace, id, { hash, username: 'admin' })
      }),
    SIGN_IN_REFUSED: async (workplace) => beside(workplace, await proposed(workplace), { password: 'wrong' }),
    APPROVAL_NOT_FOUND: (workplace) => beside(workplace, randomUUID()),
    OTHER_BRANCH: async (workplace) => beside(workplace, await elsewhere(workplace)),
    ALREADY_DECIDED: async (workplace) => beside(workplace, await decided(workplace)),
    OWN_PROPOSAL: async (workplace) => beside(workplace, await proposed(workplace), { username: 'admin' }),
    OWN_CASE: async (workplace) => beside(workplace, await about(workplace)),
    NOT_TWO_PEOPLE: async (workplace) => {
      const approvalId = await cashForPuppet(workplace)
      const decision = {
        approvalId,
        hash: HASH,
        username: 'admin',
        password: PASSWORD,
        code: null,
        reason: null,
      }
      return workplace.as('supervisor').ask('approvals.decideBeside', decision)
    },
    PROPOSER_MAY_NO_MORE: (workplace) =>
      withoutProposer(workplace, async (id) => {
        const { hash } = await shownTo(workplace, 'auditor', id)
        workplace.as('teller')
        return workplace.ask('approvals.decideBeside', {
          approvalId: id,
          hash,
          username: 'supervisor',
          password: PASSWORD,
          code: null,
          reason: null,
        })
      }),
    CHANGED_MEANWHILE: async (workplace) => beside(workplace, await proposed(workplace)),
    PASSWORD_HALF_MISSING: async (workplace) => {
      const approvalId = await proposed(workplace)
      const { hash } = await shownTo(workplace, 'admin', approvalId)
      return beside(workplace, approvalId, { hash })
    },
    COUNT_MISSING: async (workplace) =>
      besideShown(workplace, await proposeVaultCash(workplace.branch.pool('supervisor2'), '10')),
    REASON_MISSING: async (workplace) => besideShown(workplace, await difference(workplace)),
  },
  'approvals.withdraw': {
    APPROVAL_NOT_FOUND: (workplace) => withdraw(workplace, randomUUID()),
    OTHER_BRANCH: async (workplace) => withdraw(workplace, await elsewhere(workplace)),
    ALREADY_DECIDED: async (workplace) => withdraw(workplace, await decided(workplace)),
  },
} satisfies Partial<Cases>
