import type { Control } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { FormText } from '../../components/form/form-text.tsx'

/** The code of the own device, or one of those on paper. */
export function CodeField({ control }: { readonly control: Control<{ code: string }> }) {
  const { t } = useTranslation('sessions')
  return (
    <FormText
      control={control}
      name="code"
      label={t('code')}
      description={t('codeHint')}
      dir="ltr"
      maxLength={40}
      startHere
    />
  )
}
