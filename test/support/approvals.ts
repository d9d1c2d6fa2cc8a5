import { randomUUID } from 'node:crypto'
import type { CallInput, CallOutput } from '../../shared/contract.ts'
import { openNewCustomersAccount } from './accounts.ts'
import type { StaffName } from './branch.ts'
import { newUser } from './users.ts'
import type { TestWorkplace } from './workplace.ts'

/** The two halves of a temporary password, as the windows of the two people make them. */
export const FIRST_HALF = 'abcd-efgh'
export const SECOND_HALF = 'jkmn-pqrs'

type Proposal = CallInput<'users.propose'>

/** A whole proposal to make a supervisor, unless a test says otherwise. */
export function newProposal(changes: Partial<Proposal> = {}): Proposal {
  const { id, username, fullName, email } = newUser()
  return {
    key: randomUUID(),
    kind: 'USER_CREATE',
    userId: id,
    person: { username, fullName, email },
    role: 'SUPERVISOR',
    passwordHalf: FIRST_HALF,
    ...changes,
  }
}

/** A whole proposal about a user whom there is. */
export const proposalAbout = (userId: string, changes: Partial<Proposal>): Proposal =>
  newProposal({ userId, person: null, role: null, passwordHalf: null, ...changes })

/** Puts a proposal of the administrator before a second person; answers its key. */
export async function proposed(
  workplace: TestWorkplace,
  proposal: Proposal = newProposal(),
): Promise<string> {
  await workplace.as('admin').call('users.propose', proposal)
  return proposal.key
}

/** What a person is shown of a proposal. */
export const shownTo = (
  workplace: TestWorkplace,
  name: StaffName,
  approvalId: string,
): Promise<CallOutput<'approvals.read'>> => workplace.as(name).call('approvals.read', { approvalId })

/** Looks at a proposal and approves it, as somebody of the staff does. */
export async function approveAs(
  workplace: TestWorkplace,
  name: StaffName,
  approvalId: string,
  counted?: string,
) {
  const { hash, needsPassword } = await shownTo(workplace, name, approvalId)
  const passwordHalf = needsPassword ? SECOND_HALF : null
  const count = counted === undefined ? {} : { counted }
  return workplace.ask('approvals.approve', { approvalId, hash, passwordHalf, ...count })
}

/** A limit that the teller proposed for a new account, by its key: it waits for a supervisor. */
export async function limitProposedByTeller(workplace: TestWorkplace): Promise<string> {
  const { branch } = workplace
  const accountId = await openNewCustomersAccount(branch, { type: 'CURRENT' })
  const key = randomUUID()
  const input = { key, accountId, currency: branch.currency, agreedLimit: '300' }
  await workplace.as('teller').call('accounts.proposeLimit', input)
  return key
}
