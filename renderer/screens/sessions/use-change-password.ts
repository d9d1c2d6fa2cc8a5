import { z } from 'zod'
import { useCall } from '../../calls/use-call.ts'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'
import { newPassword, samePasswords } from './password-rules.ts'

const schema = samePasswords(
  z.object({ currentPassword: z.string().min(1), newPassword, repeated: z.string() }),
)

const FIELD_OF = {
  PASSWORD_WRONG: 'currentPassword',
  PASSWORD_TOO_SHORT: 'newPassword',
  PASSWORD_TOO_LONG: 'newPassword',
  PASSWORD_UNCHANGED: 'newPassword',
  PASSWORD_COMMON: 'newPassword',
  PASSWORD_PERSONAL: 'newPassword',
} as const

/** Replaces one's own password; a refusal stands beside the field that it is about. */
export function useChangePassword(onChanged: () => void = () => {}) {
  const { run, reset, busy, failure } = useCall('sessions.changePassword')
  const form = useContractForm(schema, { currentPassword: '', newPassword: '', repeated: '' })
  const submit = form.handleSubmit(async ({ currentPassword, newPassword: chosen }) => {
    const answer = await run({ currentPassword, newPassword: chosen })
    if (answer === null) return
    if (answer.ok) onChanged()
    else if (showFailure(form, answer.error, FIELD_OF)) reset()
  })
  return { form, busy, failure, submit }
}
