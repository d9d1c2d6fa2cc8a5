import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../shared/contract.ts'
import { approveAs } from './approvals.ts'
import type { TestWorkplace } from './workplace.ts'

type Kind = CallInput<'keys.propose'>['kind']

/** A change of keys that waits for its second person; one that waits already is taken. */
export async function proposedChange(workplace: TestWorkplace, kind: Kind): Promise<string> {
  const state = await workplace.as('admin').call('keys.read', {})
  const waiting = kind === 'KEY_SHEET' ? state.newSheet : state.rotation
  if (waiting !== null) return waiting.approvalId
  const key = randomUUID()
  await workplace.call('keys.propose', { key, kind, reason: 'Somebody has left' })
  return key
}

/** A change of keys that a supervisor has approved. */
export async function approvedChange(workplace: TestWorkplace, kind: Kind): Promise<string> {
  const approvalId = await proposedChange(workplace, kind)
  const { rotation, newSheet } = await workplace.as('admin').call('keys.read', {})
  const isApproved = (kind === 'KEY_SHEET' ? newSheet : rotation)?.approved === true
  if (!isApproved) await approveAs(workplace, 'supervisor', approvalId)
  return approvalId
}
