import { Kbd } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { INCOME_RANGES, type CustomerView } from '../../../shared/contract/customers.ts'
import { DateText, Identifier, TimeText } from '../../components/bidi.tsx'
import { countryName } from './countries.ts'
import { spokenPhone } from './phone.ts'

/** Who the customer is and how to reach them. */
export function ContactPanel({
  customer,
  onChange,
}: {
  readonly customer: CustomerView
  readonly onChange?: () => void
}) {
  const { t } = useTranslation('customers')
  const income = INCOME_RANGES.find((range) => range === customer.incomeRange)
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
      <dl className="facts facts-lines scroll pad customer-facts">
        <Fact label={t('born')}>
          {customer.dateOfBirth !== null && <DateText value={customer.dateOfBirth} />}
        </Fact>
        <Fact label={t('phone')}>
          {customer.phone !== null && <Identifier>{spokenPhone(customer.phone)}</Identifier>}
        </Fact>
        <Fact label={t('email')}>{customer.email !== null && <bdi>{customer.email}</bdi>}</Fact>
        <Fact label={t('form.address')}>{customer.address !== null && <bdi>{customer.address}</bdi>}</Fact>
        <Fact label={t('form.city')}>{customer.city !== null && <bdi>{customer.city}</bdi>}</Fact>
        <Fact label={t('form.country')}>{customer.country !== null && countryName(customer.country)}</Fact>
        <Fact label={t('form.occupationFact')}>
          {customer.occupation !== null && <bdi>{customer.occupation}</bdi>}
        </Fact>
        <Fact label={t('form.incomeFact')}>{income !== undefined && t(`income.${income}`)}</Fact>
        <Fact label={t('since')}>
          <TimeText value={customer.createdAt} />
        </Fact>
      </dl>
    </>
  )
}

/** A fact that nobody stated says so. */
function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const { t } = useTranslation('components')
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children === false ? <span className="dim">{t('notStated')}</span> : children}</dd>
    </div>
  )
}
