import { Kbd } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import { DateText, Identifier, TimeText } from '../../components/bidi.tsx'
import { Fact } from '../../components/fact.tsx'
import { countryName } from './countries.ts'
import { incomeOf } from './income.ts'
import { spokenPhone } from './phone.ts'

type Props = {
  readonly customer: CustomerView
  /** Absent where the role may not change it. */
  readonly onChange?: () => void
}

/** Who the customer is and how to reach them. */
export function ContactPanel({ customer, onChange }: Props) {
  const { t } = useTranslation('customers')
  return (
    <>
      <div className="head">
        <h2>{t('details')}</h2>
        <span className="grow" />
        {onChange !== undefined && (
          <button type="button" className="link" onClick={onChange}>
            {t('changeContact')}
            <Kbd aria-hidden>E</Kbd>
          </button>
        )}
      </div>
      <ContactFacts customer={customer} />
    </>
  )
}

const identifier = (text: string) => <Identifier>{text}</Identifier>
const name = (text: string) => <bdi>{text}</bdi>

function ContactFacts({ customer }: Pick<Props, 'customer'>) {
  const { t } = useTranslation('customers')
  const income = incomeOf(customer.incomeRange)
  return (
    <dl className="facts facts-lines scroll pad customer-facts">
      <StatedFact label={t('born')} value={customer.dateOfBirth} show={(day) => <DateText value={day} />} />
      <StatedFact
        label={t('phone')}
        value={customer.phone}
        show={(phone) => identifier(spokenPhone(phone))}
      />
      <StatedFact label={t('email')} value={customer.email} show={name} />
      <StatedFact label={t('form.address')} value={customer.address} show={name} />
      <StatedFact label={t('form.city')} value={customer.city} show={name} />
      <StatedFact label={t('form.country')} value={customer.country} show={countryName} />
      <StatedFact label={t('form.occupationFact')} value={customer.occupation} show={name} />
      <StatedFact
        label={t('form.incomeFact')}
        value={income ?? null}
        show={(range) => t(`income.${range}`)}
      />
      <Fact label={t('since')}>
        <TimeText value={customer.createdAt} />
      </Fact>
    </dl>
  )
}

type StatedProps<V> = {
  readonly label: string
  readonly value: V | null
  readonly show: (value: V) => ReactNode
}

/** A fact that nobody stated says so. */
function StatedFact<V>({ label, value, show }: StatedProps<V>) {
  const { t } = useTranslation('components')
  return (
    <Fact label={label}>{value === null ? <span className="dim">{t('notStated')}</span> : show(value)}</Fact>
  )
}
