import { useWatch } from 'react-hook-form'
import { contract } from '../../../shared/contract.ts'
import type { UserRow } from '../../../shared/contract/users.ts'
import { hasPower } from '../../../shared/rules/approval-kinds.ts'
import { useCall } from '../../calls/use-call.ts'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'
import { useUserProposal } from './use-user-proposal.ts'

const schema = contract['users.update'].input.pick({ fullName: true, email: true, role: true })

const FIELD_OF = { EMAIL_TAKEN: 'email', OWN_ROLE: 'role' } as const

type Next = { readonly onHalf: (half: string) => void; readonly onDone: () => void }

/** Changes a user; a refusal stands beside the field that it is about. A role with power, old or new, is proposed. */
export function useEditUser({ id, fullName, email, role }: UserRow, { onHalf, onDone }: Next) {
  const update = useCall('users.update')
  const proposal = useUserProposal()
  const form = useContractForm(schema, { fullName, email, role })
  const newRole = useWatch({ control: form.control, name: 'role' })
  const proposes = newRole !== role && (hasPower(role) || hasPower(newRole))
  const givesPassword = proposes && !hasPower(role)
  const save = form.handleSubmit(async (changed) => {
    const answer = await update.run({ userId: id, ...changed, role: proposes ? role : changed.role })
    if (answer === null) return
    if (!answer.ok) {
      if (showFailure(form, answer.error, FIELD_OF)) update.reset()
      return
    }
    if (!proposes) onDone()
    else await proposeRole()
  })
  const proposeRole = async () => {
    const change = { kind: 'USER_ROLE', userId: id, person: null, role: newRole } as const
    const answer = await proposal.propose(change, givesPassword)
    if (answer?.ok !== true) return
    onDone()
    if (givesPassword) onHalf(proposal.half)
  }
  return {
    form,
    proposes,
    givesPassword,
    busy: update.busy || proposal.busy,
    failure: update.failure ?? proposal.failure,
    save: () => void save(),
  }
}
