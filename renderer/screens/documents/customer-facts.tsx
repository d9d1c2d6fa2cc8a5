import { useTranslation } from 'react-i18next'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import type { QueuedDocument } from '../../../shared/contract/documents.ts'
import { DateText, Identifier } from '../../components/bidi.tsx'
import { StatusBadge } from '../../components/status-badge.tsx'
import { stateOfNeed, type Need } from './needs.ts'

const COUNTRIES = new Intl.DisplayNames(['en'], { type: 'region' })

/** What is on file, in the order in which it stands on a document, to be compared line by line. */
export function CustomerFacts({
  item,
  customer,
}: {
  readonly item: QueuedDocument
  readonly customer: CustomerView | undefined
}) {
  const { t } = useTranslation('documents')
  const absent = <span className="dim">{t('notOnFile')}</span>
  const address = [customer?.address, customer?.city].filter(Boolean).join(', ')
  return (
    <section aria-label={t('compare')}>
      <h3 className="kyc-title">{t('compare')}</h3>
      <dl className="kyc-facts" aria-busy={customer === undefined || undefined}>
        <div>
          <dt>{t('name')}</dt>
          <dd>{customer === undefined ? item.customerName : `${customer.firstName} ${customer.lastName}`}</dd>
        </div>
        <div>
          <dt>{t('born')}</dt>
          <dd>
            {customer !== undefined &&
              (customer.dateOfBirth === null ? absent : <DateText value={customer.dateOfBirth} />)}
          </dd>
        </div>
        <div>
          <dt>{t('address')}</dt>
          <dd>{customer !== undefined && (address === '' ? absent : address)}</dd>
        </div>
        <div>
          <dt>{t('country')}</dt>
          <dd>
            {customer !== undefined && (customer.country === null ? absent : countryName(customer.country))}
          </dd>
        </div>
        <div>
          <dt>{t('documentNumber')}</dt>
          <dd>
            <Identifier>{item.documentNumber}</Identifier>
          </dd>
        </div>
        <div>
          <dt>{t('expires')}</dt>
          <dd>
            {item.expiresAt === null ? (
              <span className="dim">{t('neverExpires')}</span>
            ) : (
              <DateText value={item.expiresAt} />
            )}
          </dd>
        </div>
      </dl>
    </section>
  )
}

/** ISO 3166 codes have names; anything older that stands in the field is shown as it is. */
const countryName = (code: string) => (/^[A-Z]{2}$/.test(code) ? (COUNTRIES.of(code) ?? code) : code)

const TONES = { approved: 'ok', waiting: 'wait', missing: 'neutral' } as const
const NEEDS: readonly Need[] = ['identity', 'address']

/** What this customer's KYC still lacks. */
export function KycNeeds({ customer }: { readonly customer: CustomerView }) {
  const { t } = useTranslation('documents')
  return (
    <section aria-label={t('state')}>
      <h3 className="kyc-title">{t('state')}</h3>
      <ul className="kyc-needs">
        {NEEDS.map((need) => {
          const state = stateOfNeed(customer.documents, need)
          return (
            <li key={need}>
              <span>{t(`need.${need}`)}</span>
              <StatusBadge tone={TONES[state]}>{t(`need.${state}`)}</StatusBadge>
              {state === 'missing' && <p className="t2">{t(`need.missingWhat.${need}`)}</p>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
