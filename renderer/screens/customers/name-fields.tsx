import { useController, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { FormCheckbox } from '../../components/form/form-checkbox.tsx'
import { FormDate } from '../../components/form/form-date.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import type { FormControl } from '../../components/form/use-field.tsx'
import type { PersonForm } from './person-schema.ts'
import layout from '../../theme/layout.module.css'
import styles from './person-fields.module.css'

/** The age of majority is 25 years at most: somebody older needs no guardian. */
function mayBeMinor(born: string, today: string): boolean {
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4))
  return /^\d{4}-/.test(born) && years >= 0 && years <= 25
}

/** Name and birth: only asked when registering. Somebody with one name has no first name, and is not asked for one. */
export function NameFields({ control }: { readonly control: FormControl<PersonForm> }) {
  const { t } = useTranslation('customers')
  const { today } = useBranchTime()
  const [oneName, born] = useWatch({ control, name: ['oneName', 'dateOfBirth'] })
  const first = useController({ control, name: 'firstName' })
  return (
    <fieldset className={layout.stack}>
      <legend className={styles.legend}>{t('form.person')}</legend>
      <div className={layout.twoColumns}>
        {!oneName && (
          <FormText
            control={control}
            name="firstName"
            label={t('form.firstName')}
            startHere
            maxLength={100}
          />
        )}
        <FormText
          control={control}
          name="lastName"
          label={oneName ? t('form.onlyName') : t('form.lastName')}
          startHere={oneName}
          maxLength={100}
        />
        <FormDate control={control} name="dateOfBirth" label={t('form.dateOfBirth')} />
        <div className={styles.besideField}>
          <FormCheckbox
            control={control}
            name="oneName"
            label={t('form.oneName')}
            onChange={(checked) => checked && first.field.onChange('')}
          />
        </div>
        {oneName && (
          <FormText
            control={control}
            name="registrationNumber"
            label={t('form.registrationNumber')}
            description={t('form.registrationNumberHint')}
            maxLength={50}
          />
        )}
        {mayBeMinor(born, today()) && (
          <FormText
            control={control}
            name="guardian"
            label={t('form.guardian')}
            description={t('form.guardianHint')}
            maxLength={100}
          />
        )}
      </div>
    </fieldset>
  )
}
