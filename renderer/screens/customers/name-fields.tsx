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

type Props = { readonly control: FormControl<PersonForm> }

/** Name and birth: only asked when registering. Somebody with one name has no first name, and is not asked for one; neither is a company. */
export function NameFields({ control }: Props) {
  const { t } = useTranslation('customers')
  const { today } = useBranchTime()
  const [oneName, company, born] = useWatch({ control, name: ['oneName', 'company', 'dateOfBirth'] })
  return (
    <fieldset className={layout.stack}>
      <legend className={styles.legend}>{t(company ? 'form.company' : 'form.person')}</legend>
      <div className={layout.twoColumns}>
        {company ? <CompanyName control={control} /> : <PersonName control={control} oneName={oneName} />}
        <FormDate control={control} name="dateOfBirth" label={t(company ? 'founded' : 'form.dateOfBirth')} />
        <Kinds control={control} company={company} />
        {!company && mayBeMinor(born, today()) && (
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

function PersonName({ control, oneName }: Props & { readonly oneName: boolean }) {
  const { t } = useTranslation('customers')
  return (
    <>
      {!oneName && (
        <FormText control={control} name="firstName" label={t('form.firstName')} startHere maxLength={100} />
      )}
      <FormText
        control={control}
        name="lastName"
        label={oneName ? t('form.onlyName') : t('form.lastName')}
        startHere={oneName}
        maxLength={100}
      />
    </>
  )
}

function CompanyName({ control }: Props) {
  const { t } = useTranslation('customers')
  return (
    <>
      <FormText control={control} name="lastName" label={t('form.legalName')} startHere maxLength={100} />
      <FormText control={control} name="registrationNumber" label={t('registrationNumber')} maxLength={50} />
    </>
  )
}

/** What makes a customer other than a person with two names. */
function Kinds({ control, company }: Props & { readonly company: boolean }) {
  const { t } = useTranslation('customers')
  const first = useController({ control, name: 'firstName' })
  const clearFirst = (checked: boolean) => checked && first.field.onChange('')
  return (
    <div className={styles.besideField}>
      {!company && (
        <FormCheckbox control={control} name="oneName" label={t('form.oneName')} onChange={clearFirst} />
      )}
      <FormCheckbox control={control} name="company" label={t('form.isCompany')} />
    </div>
  )
}
