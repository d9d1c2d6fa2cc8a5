import type { UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Note } from '../../components/failure-note.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import type { CreateUserFields as Fields, NewUser } from './create-user-schema.ts'
import { TemporaryPasswordField } from './password-field.tsx'
import { RoleField } from './role-field.tsx'

type Props = {
  readonly form: UseFormReturn<Fields, unknown, NewUser>
  /** A second person approves it, and the temporary password has two halves. */
  readonly proposes: boolean
}

/** Name, user name, e-mail, role and the temporary password. */
export function CreateUserFields({ form, proposes }: Props) {
  const { t } = useTranslation('users')
  const { control } = form
  return (
    <>
      <FormText control={control} name="fullName" label={t('fullName')} maxLength={100} startHere />
      <FormText
        control={control}
        name="username"
        label={t('username')}
        description={t('create.usernameHint')}
        maxLength={50}
        dir="ltr"
      />
      <FormText control={control} name="email" type="email" label={t('email')} maxLength={255} dir="ltr" />
      <RoleField control={control} name="role" />
      {proposes ? (
        <Note tone="info">{t('proposal.newTwoHalves')}</Note>
      ) : (
        <TemporaryPasswordField
          control={control}
          name="temporaryPassword"
          onMake={(password) =>
            form.setValue('temporaryPassword', password, { shouldDirty: true, shouldValidate: true })
          }
        />
      )}
    </>
  )
}
