import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { UserRow } from '../../../shared/contract/users.ts'
import { Note } from '../../components/failure-note.tsx'
import { InlineForm } from '../../components/form/inline-form.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { RoleField } from './role-field.tsx'
import { useEditUser } from './use-edit-user.ts'

type Props = {
  readonly user: UserRow
  /** One's own role stays. */
  readonly isSelf: boolean
  readonly onDone: () => void
}

/** Corrects name and e-mail, and changes the role of somebody else. */
export function EditUser({ user, isSelf, onDone }: Props) {
  const { t } = useTranslation('users')
  const { form, busy, failure, save } = useEditUser(user, onDone)
  const { control } = form
  const role = useWatch({ control, name: 'role' })
  return (
    <InlineForm
      enter="moves-on"
      submit={{ label: t('edit.action'), run: save, busy }}
      leave={{
        label: t('cancel'),
        run: onDone,
        unavailable: busy,
        keyDisabled: busy || form.formState.isDirty,
      }}
      failure={failure}
    >
      <FormText control={control} name="fullName" label={t('fullName')} maxLength={100} startHere />
      <FormText control={control} name="email" type="email" label={t('email')} maxLength={255} dir="ltr" />
      {!isSelf && <RoleField control={control} name="role" also={user.role} />}
      {role !== user.role && <Note tone="warn">{t('edit.newRole', { name: user.fullName })}</Note>}
    </InlineForm>
  )
}
