import { useTranslation } from 'react-i18next'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import { DateText, Identifier } from '../../components/bidi.tsx'
import { formatDate } from '../../i18n/dates.ts'
import { Note } from '../../components/failure-note.tsx'
import { useSession } from '../../calls/use-session.ts'
import { useGo } from '../../app/navigate.ts'
import { addressInOneLine } from '../customers/address.ts'
import { countryName } from '../customers/countries.ts'
import { spokenPhone } from '../customers/phone.ts'
import { AskedFor } from '../documents/asked-for.tsx'
import { alertsFor, type CustomerAlert } from './customer-alerts.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import buttons from '../../components/buttons.module.css'
import factsStyles from '../../components/facts.module.css'
import styles from './customer-card.module.css'

type Props = { readonly customer: CustomerView }

/** The nearer a document's last day, the louder: 60, 30 and 7 days before. */
function toneOf(alert: CustomerAlert): 'bad' | 'warn' | 'info' {
  if (alert.kind === 'notActive' || alert.kind === 'expired') return 'bad'
  if (alert.kind !== 'expires') return 'warn'
  if (alert.warning === 7) return 'bad'
  return alert.warning === 30 ? 'warn' : 'info'
}

/** Who the customer is, below what a teller must know before serving them. */
export function CustomerCard({ customer }: Props) {
  const { t } = useTranslation('postings')
  const { branch } = useSession()
  const go = useGo()
  return (
    <div className={classes(layout.scroll, styles.customer)}>
      {alertsFor(customer, branch?.localDate ?? null).map((alert) => (
        <Note key={'documentType' in alert ? alert.documentType : alert.kind} tone={toneOf(alert)}>
          <AlertText alert={alert} />
        </Note>
      ))}
      <AskedFor customerId={customer.id} />
      <CustomerFacts customer={customer} />
      <button
        type="button"
        className={buttons.link}
        onClick={() => go('/customers', { customer: customer.id })}
      >
        {t('openCustomer')}
      </button>
    </div>
  )
}

function CustomerFacts({ customer }: Props) {
  const { t } = useTranslation(['postings', 'components'])
  const none = <span className={typography.subdued}>{t('components:notStated')}</span>
  const { kind, dateOfBirth, phone, email, country } = customer
  const inCountry = country === null ? null : countryName(country)
  const lives = [addressInOneLine(customer), inCountry].filter(Boolean).join(', ')
  const facts = [
    {
      name: t(kind === 'COMPANY' ? 'founded' : 'born'),
      value: dateOfBirth === null ? none : <DateText value={dateOfBirth} />,
    },
    { name: t('phone'), value: phone === null ? none : <Identifier>{spokenPhone(phone)}</Identifier> },
    { name: t('email'), value: email === null ? none : <Identifier>{email}</Identifier> },
    { name: t('lives'), value: lives === '' ? none : lives },
  ]
  return (
    <dl className={classes(factsStyles.facts, factsStyles.onePerLine)}>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function AlertText({ alert }: { readonly alert: CustomerAlert }) {
  const { t } = useTranslation(['postings', 'documents'])
  if (alert.kind === 'notActive') return t(`alert.${alert.status}`)
  if (alert.kind === 'check') return t('alert.check')
  if (alert.kind === 'kyc') return t(`alert.kyc${alert.status}`)
  const facts = { document: t(`documents:type.${alert.documentType}`), date: formatDate(alert.expiresAt) }
  if (alert.kind === 'expired') return t('alert.expired', facts)
  return t('alert.expires', { ...facts, count: alert.days })
}
