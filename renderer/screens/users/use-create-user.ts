import { useEffect, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { hasPower } from '../../../shared/rules/approval-kinds.ts'
import { useCall } from '../../calls/use-call.ts'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'
import { blankUser, createUserSchema, type NewUser } from './create-user-schema.ts'
import { makePassword } from './temporary-password.ts'
import { useUserProposal } from './use-user-proposal.ts'

const FIELD_OF = {
  USERNAME_TAKEN: 'username',
  EMAIL_TAKEN: 'email',
  PASSWORD_TOO_SHORT: 'temporaryPassword',
  PASSWORD_TOO_LONG: 'temporaryPassword',
} as const

/** Somebody who was made, with the password; or who was proposed, with its first half. */
export type Made = { readonly user: NewUser; readonly half: string | null }

/**
 * Creates one user under one id, so that sending it twice creates one. A supervisor or administrator is proposed instead, unless
 * the branch never had a second one (`alone`).
 */
export function useCreateUser(alone: boolean, onMade: (made: Made) => void) {
  const create = useCall('users.create')
  const proposal = useUserProposal()
  const [id] = useState(() => crypto.randomUUID())
  const form = useContractForm(createUserSchema, blankUser)
  const proposes = hasPower(useWatch({ control: form.control, name: 'role' })) && !alone
  useEffect(() => {
    // The password of two halves is made elsewhere: the field is not shown, and must not keep the form from being sent.
    if (proposes) form.setValue('temporaryPassword', makePassword())
  }, [proposes, form])
  const send = (user: NewUser) => {
    const { username, fullName, email, role } = user
    if (!proposes) return create.run({ id, ...user })
    return proposal.propose(
      { kind: 'USER_CREATE', userId: id, person: { username, fullName, email }, role },
      true,
    )
  }
  const save = form.handleSubmit(async (user) => {
    const answer = await send(user)
    if (answer === null) return
    if (answer.ok) onMade({ user, half: proposes ? proposal.half : null })
    else if (showFailure(form, answer.error, FIELD_OF)) {
      create.reset()
      proposal.reset()
    }
  })
  return {
    form,
    proposes,
    failure: create.failure ?? proposal.failure,
    busy: create.busy || proposal.busy,
    save: () => void save(),
  }
}
