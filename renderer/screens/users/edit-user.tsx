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
  /** A role was proposed that gives a temporary password: its first half. */
  readonly onHalf: (half: string) => void
  readonly onDone: () => void
}

/** Corrects name and e-mail, and changes the role of somebody else. */
export function EditUser({ user, isSelf, onHalf, onDone }: Props) {
  const { t } = useTranslation('users')
  const { form, proposes, givesPassword, busy, failure, save } = useEditUser(user, { onHalf, onDone })
  const { control } = form
  const role = useWatch({ control, name: 'role' })
  return (
    <InlineForm
      enter="moves-on"
      submit={{ label: t(proposes ? 'proposal.role' : 'edit.action'), run: save, busy }}
      leave={{ label: t('cancel'), run: onDone, unavailable: busy }}
      failure={failure}
    >
      <FormText control={control} name="fullName" label={t('fullName')} maxLength={100} startHere />
      <FormText control={control} name="email" type="email" label={t('email')} maxLength={255} dir="ltr" />
      {!isSelf && <RoleField control={control} name="role" also={user.role} />}
      {proposes && (
        <Note tone="info">
          {t(givesPassword ? 'proposal.roleTwoHalves' : 'proposal.roleOnly', { name: user.fullName })}
        </Note>
      )}
      {role !== user.role && !proposes && (
        <Note tone="warn">{t('edit.newRole', { name: user.fullName })}</Note>
      )}
    </InlineForm>
  )
}
