import { useTranslation } from 'react-i18next'
import { FormPassword } from '../../components/form/form-text.tsx'
import type { FormControl } from '../../components/form/use-field.tsx'

export type PasswordChange = { currentPassword: string; newPassword: string; repeated: string }

/** The current password, the new one, and the new one again. */
export function PasswordFields({ control }: { readonly control: FormControl<PasswordChange> }) {
  const { t } = useTranslation('sessions')
  return (
    <>
      <FormPassword control={control} name="currentPassword" label={t('currentPassword')} startHere />
      <FormPassword
        control={control}
        name="newPassword"
        label={t('newPassword')}
        description={t('passwordRules')}
        autoComplete="new-password"
      />
      <FormPassword
        control={control}
        name="repeated"
        label={t('repeatPassword')}
        autoComplete="new-password"
      />
    </>
  )
}
