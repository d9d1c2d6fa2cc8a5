import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AlertView } from '../../../shared/contract/alert-views.ts'
import { Amount } from '../../components/amount.tsx'
import { DateText, Identifier, TimeText } from '../../components/bidi.tsx'
import { formatDate } from '../../i18n/dates.ts'
import styles from './watch.module.css'

type FactProps = { readonly label: string; readonly children: ReactNode }

const Fact = ({ label, children }: FactProps) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)

/** Who it is, and how much cash on which days against which threshold. */
export function AlertFacts({ alert }: { readonly alert: AlertView }) {
  const { t } = useTranslation('watch')
  const { t: documents } = useTranslation('documents')
  const { person, currency, firstDate, lastDate } = alert
  const days = { from: formatDate(firstDate), to: formatDate(lastDate) }
  return (
    <dl className={styles.facts}>
      <Fact label={t('person')}>
        <bdi>{person.name}</bdi>
      </Fact>
      <Fact label={t('birth')}>
        <DateText value={person.dateOfBirth} />
      </Fact>
      <Fact label={t('customerNumber')}>
        {person.customerNumber === null ? t('noCustomer') : <Identifier>{person.customerNumber}</Identifier>}
      </Fact>
      <Fact label={t('document')}>
        {person.document === null
          ? t('noDocument')
          : t('documentText', { ...person.document, type: documents(`type.${person.document.type}`) })}
      </Fact>
      <Fact label={t('days')}>{firstDate === lastDate ? days.from : t('daysFromTo', days)}</Fact>
      <Fact label={t('cashIn')}>
        <Amount value={alert.cashIn} currency={currency} withCurrency />
      </Fact>
      <Fact label={t('cashOut')}>
        <Amount value={alert.cashOut} currency={currency} withCurrency />
      </Fact>
      <Fact label={t('threshold')}>
        <Amount value={alert.threshold} currency={currency} withCurrency />
      </Fact>
      <Fact label={t('raised')}>
        <TimeText value={alert.raisedAt} />
      </Fact>
    </dl>
  )
}
