import type { Control } from 'react-hook-form'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { INCOME_RANGES } from '../../../shared/contract/customers.ts'
import { FormSelect } from '../../components/form/form-select.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { countryOptions } from './countries.ts'
import type { PersonForm } from './person-schema.ts'
import { readPhone, spokenPhone } from './phone.ts'

export function NameFields({ control }: { readonly control: Control<PersonForm> }) {
  const { t } = useTranslation('customers')
  return (
    <fieldset className="stack">
      <legend className="person-legend">{t('form.person')}</legend>
      <div className="two">
        <FormText control={control} name="firstName" label={t('form.firstName')} startHere maxLength={100} />
        <FormText control={control} name="lastName" label={t('form.lastName')} maxLength={100} />
        <FormText control={control} name="dateOfBirth" label={t('form.dateOfBirth')} type="date" dir="ltr" />
      </div>
    </fieldset>
  )
}

/** How a customer is reached: the same fields when registering and when changing. */
export function ContactFields({
  control,
  wide = false,
  startHere = false,
}: {
  readonly control: Control<PersonForm>
  readonly wide?: boolean
  readonly startHere?: boolean
}) {
  const { t } = useTranslation('customers')
  const [phone, country] = useWatch({ control, name: ['phone', 'country'] })
  const read = readPhone(phone, country)
  const spoken = read === null ? null : spokenPhone(read)
  // What is wrong with the number is said by the field itself.
  const hint =
    phone.trim() === '' ? t('form.phoneHint') : spoken !== null && t('form.phoneRead', { phone: spoken })
  const incomes = INCOME_RANGES.map((range) => ({ value: range, label: t(`income.${range}`) }))
  const rows = wide ? 'two' : 'stack'
  return (
    <>
      <fieldset className="stack">
        <legend className="person-legend">{t('form.contact')}</legend>
        <div className={rows}>
          <FormSelect
            control={control}
            name="country"
            label={t('form.country')}
            options={countryOptions}
            placeholder={t('form.countryPlaceholder')}
            startHere={startHere}
            searchable
          />
          <FormText
            control={control}
            name="phone"
            label={t('form.phone')}
            type="tel"
            dir="ltr"
            {...(hint === false ? {} : { description: hint })}
            maxLength={40}
          />
        </div>
        <FormText control={control} name="email" label={t('form.email')} dir="ltr" maxLength={255} />
        <div className={rows}>
          <FormText control={control} name="address" label={t('form.address')} maxLength={500} />
          <FormText control={control} name="city" label={t('form.city')} maxLength={100} />
        </div>
      </fieldset>
      <fieldset className="stack">
        <legend className="person-legend">{t('form.work')}</legend>
        <div className={rows}>
          <FormText control={control} name="occupation" label={t('form.occupation')} maxLength={100} />
          <FormSelect
            searchable
            control={control}
            name="incomeRange"
            label={t('form.incomeRange')}
            options={incomes}
            clearable
          />
        </div>
      </fieldset>
    </>
  )
}
