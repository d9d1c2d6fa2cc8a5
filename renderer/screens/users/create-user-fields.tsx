import { useWatch, type UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { FormSelect } from '../../components/form/form-select.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import type { CreateUserFields as Fields, NewUser } from './create-user-schema.ts'
import { TemporaryPasswordField } from './password-field.tsx'
import { STAFF_ROLES } from './permissions.ts'

type Props = { readonly form: UseFormReturn<Fields, unknown, NewUser> }

/** Name, user name, e-mail, role and the temporary password. */
export function CreateUserFields({ form }: Props) {
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
      <RoleField form={form} />
      <TemporaryPasswordField
        control={control}
        name="temporaryPassword"
        onMake={(password) =>
          form.setValue('temporaryPassword', password, { shouldDirty: true, shouldValidate: true })
        }
      />
    </>
  )
}

/** Says beneath the field what the chosen role may do. */
function RoleField({ form: { control } }: Props) {
  const { t } = useTranslation('users')
  const chosen = useWatch({ control, name: 'role' })
  const role = STAFF_ROLES.find((known) => known === chosen) ?? 'TELLER'
  return (
    <FormSelect
      control={control}
      name="role"
      label={t('role')}
      description={t(`roleMay.${role}`)}
      options={STAFF_ROLES.map((value) => ({ value, label: t(`roleName.${value}`) }))}
    />
  )
}
