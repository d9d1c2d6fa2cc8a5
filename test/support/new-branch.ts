import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import { addUser, signedIn, type TestUser } from './users.ts'
import type { TestWorkplace } from './workplace.ts'

/** A whole proposal of a further branch, unless a test says otherwise. */
export const newBranch = (changes: Partial<CallInput<'branches.propose'>> = {}) => ({
  key: randomUUID(),
  name: `Branch ${randomUUID().slice(0, 6)}`,
  code: randomUUID().slice(0, 6).toUpperCase(),
  address: 'Hauptstraße 1, 10115 Berlin',
  timeZone: 'Asia/Tokyo',
  tills: 2,
  ...changes,
})

/** What the people of a bank do about its branches, by the calls of the window; `second` is a second administrator of the first branch. */
export function bankOf(workplace: TestWorkplace, second: TestUser) {
  const { branch } = workplace
  const { database, staff } = branch
  const by = (user: TestUser) => {
    workplace.become(user)
    return workplace
  }
  /** Looks at a proposal and approves it. */
  const decide = async (who: TestUser, approvalId: string) => {
    by(who)
    const { hash } = await workplace.call('approvals.read', { approvalId })
    return workplace.ask('approvals.approve', { approvalId, hash, passwordHalf: null })
  }
  const approved = async (who: TestUser, approvalId: string) => {
    const answer = await decide(who, approvalId)
    if (!answer.ok || answer.value.status !== 'APPROVED') throw new Error(JSON.stringify(answer))
  }
  /** A further branch, by two administrators; its id is the key. */
  const made = async (changes: Partial<CallInput<'branches.propose'>> = {}) => {
    const asked = newBranch(changes)
    await workplace.as('admin').call('branches.propose', asked)
    await approved(second, asked.key)
    return asked
  }
  const rowOf = async (id: string) =>
    (await workplace.as('admin').call('branches.list', {})).branches.find((each) => each.id === id)
  /** Proposes that somebody works at another branch for good; answers the proposal. */
  const propose = async (proposer: TestUser, userId: string, branchId: string) => {
    const key = randomUUID()
    await by(proposer).call('users.proposeBranch', { key, userId, branchId, until: null })
    return key
  }
  /** Somebody of the first branch who went to another one, as `decider` approved. */
  const moved = async (role: TestUser['role'], branchId: string, decider: TestUser) => {
    const person = await addUser(database, branch.id, { role })
    await database.superuser.query(
      'INSERT INTO user_keys (user_id, wrapped_key) SELECT $1, wrapped_key FROM user_keys WHERE user_id = $2',
      [person.id, staff.admin.id],
    )
    await approved(decider, await propose(staff.admin, person.id, branchId))
    return signedIn(database, person.username)
  }
  return { by, decide, made, rowOf, propose, moved }
}
