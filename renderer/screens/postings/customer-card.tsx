import { useTranslation } from 'react-i18next'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import { DateText, formatDate, Identifier } from '../../components/bidi.tsx'
import { Note } from '../../components/failure-note.tsx'
import { useSession } from '../../calls/use-session.ts'
import { useGo } from '../../app/navigate.ts'
import { countryName } from '../customers/countries.ts'
import { spokenPhone } from '../customers/phone.ts'
import { alertsFor, type CustomerAlert } from './customer-alerts.ts'

/** Who it is and what to mind, before anything is done for this customer. */
export function CustomerCard({ customer }: { readonly customer: CustomerView }) {
  const { t } = useTranslation(['postings', 'components'])
  const { branch } = useSession()
  const go = useGo()
  const none = <span className="dim">{t('components:notStated')}</span>
  const { dateOfBirth, phone, email, address, city, country } = customer
  const lives = [address, city, country === null ? null : countryName(country)].filter(Boolean).join(', ')
  return (
    <div className="card scroll">
      {alertsFor(customer, branch?.businessDate ?? null).map((alert) => (
        <Note
          key={'documentType' in alert ? alert.documentType : alert.kind}
          tone={alert.kind === 'notActive' || alert.kind === 'expired' ? 'bad' : 'warn'}
        >
          <AlertText alert={alert} />
        </Note>
      ))}
      <dl className="facts facts-lines">
        <div>
          <dt>{t('born')}</dt>
          <dd>{dateOfBirth === null ? none : <DateText value={dateOfBirth} />}</dd>
        </div>
        <div>
          <dt>{t('phone')}</dt>
          <dd>{phone === null ? none : <Identifier>{spokenPhone(phone)}</Identifier>}</dd>
        </div>
        <div>
          <dt>{t('email')}</dt>
          <dd>{email === null ? none : <Identifier>{email}</Identifier>}</dd>
        </div>
        <div>
          <dt>{t('lives')}</dt>
          <dd>{lives === '' ? none : lives}</dd>
        </div>
      </dl>
      <button type="button" className="link" onClick={() => go('/customers', { customer: customer.id })}>
        {t('openCustomer')}
      </button>
    </div>
  )
}

function AlertText({ alert }: { readonly alert: CustomerAlert }) {
  const { t } = useTranslation(['postings', 'documents'])
  if (alert.kind === 'notActive') return t(`alert.${alert.status}`)
  if (alert.kind === 'kyc') return t(`alert.kyc${alert.status}`)
  const facts = { document: t(`documents:type.${alert.documentType}`), date: formatDate(alert.expiresAt) }
  if (alert.kind === 'expired') return t('alert.expired', facts)
  return t('alert.expires', { ...facts, count: alert.days })
}
