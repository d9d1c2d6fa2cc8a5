import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import type { QueuedDocument } from '../../../shared/contract/documents.ts'
import { fullName } from '../../../shared/rules/full-name.ts'
import { DateText, Identifier } from '../../components/bidi.tsx'
import { Fact } from '../../components/fact.tsx'
import { addressInOneLine } from '../customers/address.ts'
import { countryName } from '../customers/countries.ts'
import typography from '../../theme/typography.module.css'
import styles from './review.module.css'

type Props = { readonly item: QueuedDocument; readonly customer: CustomerView | undefined }

/** The data on file, in the order of a document, to be compared line by line. */
export function CustomerFacts({ item, customer }: Props) {
  const { t } = useTranslation('documents')
  return (
    <section aria-label={t('compare')}>
      <h3 className={styles.title}>{t('compare')}</h3>
      <dl className={styles.facts} aria-busy={customer === undefined || undefined}>
        <Fact label={t('name')}>{customer === undefined ? item.customerName : fullName(customer)}</Fact>
        <OnFile customer={customer} />
        <Fact label={t('documentNumber')}>
          <Identifier>{item.documentNumber}</Identifier>
        </Fact>
        {item.issuingCountry !== null && (
          <Fact label={t('issuedBy')}>{countryName(item.issuingCountry)}</Fact>
        )}
        <Fact label={t('expires')}>
          {item.expiresAt === null ? (
            <span className={typography.subdued}>{t('neverExpires')}</span>
          ) : (
            <DateText value={item.expiresAt} />
          )}
        </Fact>
      </dl>
    </section>
  )
}

/** Empty until the customer is read; then a missing value says that it is not on file. */
function OnFile({ customer }: Pick<Props, 'customer'>) {
  const { t } = useTranslation('documents')
  const address = customer && addressInOneLine(customer)
  const orAbsent = (value: string | null | undefined, show: (value: string) => ReactNode) => {
    if (value === undefined) return null
    return value === null || value === '' ? (
      <span className={typography.subdued}>{t('notOnFile')}</span>
    ) : (
      show(value)
    )
  }
  return (
    <>
      <Fact label={t(customer?.kind === 'COMPANY' ? 'founded' : 'born')}>
        {orAbsent(customer?.dateOfBirth, (day) => (
          <DateText value={day} />
        ))}
      </Fact>
      <Fact label={t('address')}>{orAbsent(address, (text) => text)}</Fact>
      <Fact label={t('country')}>{orAbsent(customer?.country, countryName)}</Fact>
    </>
  )
}
