import { contract } from '../../../shared/contract.ts'
import type { UserRow } from '../../../shared/contract/users.ts'
import { useCall } from '../../calls/use-call.ts'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'

const schema = contract['users.update'].input.pick({ fullName: true, email: true, role: true })

const FIELD_OF = { EMAIL_TAKEN: 'email', OWN_ROLE: 'role' } as const

/** Changes a user; a refusal stands beside the field that it is about. */
export function useEditUser({ id, fullName, email, role }: UserRow, onDone: () => void) {
  const { run, reset, busy, failure } = useCall('users.update')
  const form = useContractForm(schema, { fullName, email, role })
  const save = form.handleSubmit(async (changed) => {
    const answer = await run({ userId: id, ...changed })
    if (answer === null) return
    if (answer.ok) onDone()
    else if (showFailure(form, answer.error, FIELD_OF)) reset()
  })
  return { form, busy, failure, save: () => void save() }
}
