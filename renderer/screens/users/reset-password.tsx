import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { UserRow } from '../../../shared/contract/users.ts'
import { useCall } from '../../calls/use-call.ts'
import { Note } from '../../components/failure-note.tsx'
import { InlineForm } from '../../components/form/inline-form.tsx'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'
import { newPassword } from '../sessions/password-rules.ts'
import { TemporaryPasswordField } from './password-field.tsx'

const schema = z.object({ temporaryPassword: newPassword })

const FIELD_OF = {
  PASSWORD_TOO_SHORT: 'temporaryPassword',
  PASSWORD_TOO_LONG: 'temporaryPassword',
} as const

type Props = {
  readonly user: UserRow
  readonly onReset: (password: string) => void
  readonly onCancel: () => void
}

/** Gives a user who forgot the password a temporary one. */
export function ResetPassword({ user, onReset, onCancel }: Props) {
  const { t } = useTranslation('users')
  const { run, busy, failure, reset: clearFailure } = useCall('users.resetPassword')
  const form = useContractForm(schema, { temporaryPassword: '' })
  const save = form.handleSubmit(async ({ temporaryPassword }) => {
    const answer = await run({ userId: user.id, temporaryPassword })
    if (answer === null) return
    if (answer.ok) onReset(temporaryPassword)
    else if (showFailure(form, answer.error, FIELD_OF)) clearFailure()
  })
  return (
    <InlineForm
      submit={{ label: t('reset.action'), run: () => void save(), busy }}
      leave={{ label: t('cancel'), run: onCancel, unavailable: busy }}
      failure={failure}
    >
      <Note tone="warn">{t('reset.text', { name: user.fullName })}</Note>
      <TemporaryPasswordField
        control={form.control}
        name="temporaryPassword"
        startHere
        onMake={(password) =>
          form.setValue('temporaryPassword', password, { shouldDirty: true, shouldValidate: true })
        }
      />
    </InlineForm>
  )
}
