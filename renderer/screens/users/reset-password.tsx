import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { UserRow } from '../../../shared/contract/users.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'
import { newPassword } from '../sessions/password-rules.ts'
import { useCall } from '../../calls/use-call.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { TemporaryPasswordField } from './password-field.tsx'

const schema = z.object({ temporaryPassword: newPassword })

type Props = {
  readonly user: UserRow
  readonly onReset: (password: string) => void
  readonly onCancel: () => void
}

/** Gives somebody who forgot theirs a temporary password. */
export function ResetPassword({ user, onReset, onCancel }: Props) {
  const { t } = useTranslation('users')
  const reset = useCall('users.resetPassword')
  const form = useContractForm(schema, { temporaryPassword: '' })
  const save = () =>
    void form.handleSubmit(async ({ temporaryPassword }) => {
      const answer = await reset.run({ userId: user.id, temporaryPassword })
      if (answer === null) return
      if (answer.ok) onReset(temporaryPassword)
      else if (
        showFailure(form, answer.error, {
          PASSWORD_TOO_SHORT: 'temporaryPassword',
          PASSWORD_TOO_LONG: 'temporaryPassword',
        })
      )
        reset.reset()
    })()
  useKeys({
    'Ctrl+Enter': { label: t('reset.action'), run: save, disabled: reset.busy },
    Escape: { label: t('cancel'), run: onCancel, disabled: reset.busy, quiet: true },
  })
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
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
      <FailureNote failure={reset.failure} />
      <div className="row">
        <BusyButton variant="default" unavailable={reset.busy} onClick={onCancel}>
          {t('cancel')}
        </BusyButton>
        <span className="grow" />
        <BusyButton type="submit" keys="Ctrl+Enter" busy={reset.busy}>
          {t('reset.action')}
        </BusyButton>
      </div>
    </form>
  )
}
