import { useTranslation } from 'react-i18next'
import { FormText } from '../../components/form/form-text.tsx'
import type { FormControl } from '../../components/form/use-field.tsx'
import type { PersonForm } from './person-schema.ts'
import layout from '../../theme/layout.module.css'
import styles from './person-fields.module.css'

/** Name and birth: only asked when registering. */
export function NameFields({ control }: { readonly control: FormControl<PersonForm> }) {
  const { t } = useTranslation('customers')
  return (
    <fieldset className={layout.stack}>
      <legend className={styles.legend}>{t('form.person')}</legend>
      <div className={layout.twoColumns}>
        <FormText control={control} name="firstName" label={t('form.firstName')} startHere maxLength={100} />
        <FormText control={control} name="lastName" label={t('form.lastName')} maxLength={100} />
        <FormText control={control} name="dateOfBirth" label={t('form.dateOfBirth')} type="date" dir="ltr" />
      </div>
    </fieldset>
  )
}
