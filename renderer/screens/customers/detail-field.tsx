import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { DetailName } from '../../../shared/contract/customers.ts'
import { phoneText, readPhone } from '../../../shared/rules/phone.ts'
import { FormSelect } from '../../components/form/form-select.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import type { FormControl } from '../../components/form/use-field.tsx'
import { countryOptions } from './countries.ts'
import { DETAILS, detailWord, isOptional } from './customer-details.ts'
import type { PersonForm } from './person-schema.ts'
import { spokenPhone } from './phone.ts'

type Props = {
  readonly control: FormControl<PersonForm>
  readonly name: DetailName
  readonly startHere: boolean
}

/** The field of a customer's detail, as its kind asks for it. */
export function DetailField({ company, ...props }: Props & { readonly company: boolean }) {
  const { t } = useTranslation('customers')
  const detail = DETAILS[props.name]
  const name = t(detailWord(props.name, company))
  const optional = isOptional(props.name)
  const field = { ...props, label: optional ? t('form.optional', { name }) : name }
  switch (detail.kind) {
    case 'country':
      return (
        <FormSelect
          {...field}
          options={countryOptions}
          placeholder={t('form.countryPlaceholder')}
          searchable
        />
      )
    case 'choice': {
      const options = detail.choices.map(({ value, words }) => ({ value, label: t(words) }))
      return <FormSelect {...field} options={options} searchable clearable={optional} />
    }
    case 'phone':
      return <PhoneField {...field} maxLength={detail.maxLength} />
    default:
      return (
        <FormText {...field} dir={detail.kind === 'email' ? 'ltr' : 'auto'} maxLength={detail.maxLength} />
      )
  }
}

type PhoneProps = Props & { readonly label: string; readonly maxLength: number }

/** Says beneath the field how the number will be kept. */
function PhoneField(props: PhoneProps) {
  const { t } = useTranslation('customers')
  const [phone, country] = useWatch({ control: props.control, name: ['phone', 'country'] })
  const read = readPhone(phone, country)
  // What is wrong with the number is said by the field itself.
  const kept = read === null ? null : t('form.phoneRead', { phone: spokenPhone(phoneText(read)) })
  const hint = phone.trim() === '' ? t('form.phoneHint') : kept
  return <FormText {...props} type="tel" dir="ltr" {...(hint === null ? {} : { description: hint })} />
}
