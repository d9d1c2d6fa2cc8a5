import { useState } from 'react'
import { useCall } from '../../calls/use-call.ts'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'
import { blankUser, createUserSchema, type NewUser } from './create-user-schema.ts'

const FIELD_OF = {
  USERNAME_TAKEN: 'username',
  EMAIL_TAKEN: 'email',
  PASSWORD_TOO_SHORT: 'temporaryPassword',
  PASSWORD_TOO_LONG: 'temporaryPassword',
} as const

/** Creates one user under one id, so that sending it twice creates one. */
export function useCreateUser(onCreated: (user: NewUser) => void) {
  const create = useCall('users.create')
  const [id] = useState(() => crypto.randomUUID())
  const form = useContractForm(createUserSchema, blankUser)
  const save = form.handleSubmit(async (user) => {
    const answer = await create.run({ id, ...user })
    if (answer === null) return
    if (answer.ok) onCreated(user)
    else if (showFailure(form, answer.error, FIELD_OF)) create.reset()
  })
  return { form, failure: create.failure, busy: create.busy, save: () => void save() }
}
