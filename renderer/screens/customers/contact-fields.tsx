import { useWatch, type Control } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { readPhone } from '../../../shared/rules/phone.ts'
import { INCOME_RANGES } from '../../../shared/contract/customers.ts'
import { FormSelect } from '../../components/form/form-select.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { countryOptions } from './countries.ts'
import type { PersonForm } from './person-schema.ts'
import { spokenPhone } from './phone.ts'

type Fields = { readonly control: Control<PersonForm> }
type Props = Fields & {
  /** Two fields in a line. */
  readonly wide?: boolean
  readonly startHere?: boolean
}

/** How a customer is reached: the same fields when registering and when changing. */
export function ContactFields({ control, wide = false, startHere = false }: Props) {
  const { t } = useTranslation('customers')
  const line = wide ? 'two' : 'stack'
  return (
    <>
      <fieldset className="stack">
        <legend className="person-legend">{t('form.contact')}</legend>
        <div className={line}>
          <CountryField control={control} startHere={startHere} />
          <PhoneField control={control} />
        </div>
        <FormText control={control} name="email" label={t('form.email')} dir="ltr" maxLength={255} />
        <div className={line}>
          <FormText control={control} name="address" label={t('form.address')} maxLength={500} />
          <FormText control={control} name="city" label={t('form.city')} maxLength={100} />
        </div>
      </fieldset>
      <fieldset className="stack">
        <legend className="person-legend">{t('form.work')}</legend>
        <div className={line}>
          <FormText control={control} name="occupation" label={t('form.occupation')} maxLength={100} />
          <IncomeField control={control} />
        </div>
      </fieldset>
    </>
  )
}

function CountryField({ control, startHere }: Fields & { readonly startHere: boolean }) {
  const { t } = useTranslation('customers')
  return (
    <FormSelect
      control={control}
      name="country"
      label={t('form.country')}
      options={countryOptions}
      placeholder={t('form.countryPlaceholder')}
      startHere={startHere}
      searchable
    />
  )
}

/** Says beneath the field how the number will be kept. */
function PhoneField({ control }: Fields) {
  const { t } = useTranslation('customers')
  const [phone, country] = useWatch({ control, name: ['phone', 'country'] })
  const read = readPhone(phone, country)
  // What is wrong with the number is said by the field itself.
  const kept = read === null ? null : t('form.phoneRead', { phone: spokenPhone(read) })
  const hint = phone.trim() === '' ? t('form.phoneHint') : kept
  return (
    <FormText
      control={control}
      name="phone"
      label={t('form.phone')}
      type="tel"
      dir="ltr"
      {...(hint === null ? {} : { description: hint })}
      maxLength={40}
    />
  )
}

function IncomeField({ control }: Fields) {
  const { t } = useTranslation('customers')
  const incomes = INCOME_RANGES.map((range) => ({ value: range, label: t(`income.${range}`) }))
  return (
    <FormSelect
      searchable
      control={control}
      name="incomeRange"
      label={t('form.incomeRange')}
      options={incomes}
      clearable
    />
  )
}
