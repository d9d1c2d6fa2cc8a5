import { useTranslation } from 'react-i18next'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import type { QueuedDocument } from '../../../shared/contract/documents.ts'
import { needOf } from '../../../shared/rules/documents.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { Identifier } from '../../components/bidi.tsx'
import { DocumentBadge } from './document-badge.tsx'
import { DecisionText } from './document-state.tsx'
import typography from '../../theme/typography.module.css'
import styles from './review.module.css'

type Props = { readonly item: QueuedDocument; readonly customer: CustomerView }

/** What the customer brought before to prove the same, with what came of it: a document that comes again is judged beside it. */
export function EarlierDocuments({ item, customer }: Props) {
  const { t } = useTranslation('documents')
  const { time } = useBranchTime()
  const need = needOf(item.documentType)
  const earlier = customer.documents.filter(
    ({ id, documentType, uploadedAt }) =>
      id !== item.id && needOf(documentType) === need && uploadedAt < item.uploadedAt,
  )
  if (earlier.length === 0) return null
  return (
    <section aria-label={t('earlier.title')}>
      <h3 className={styles.title}>{t('earlier.title')}</h3>
      <ul className={styles.needs}>
        {earlier.map((document) => (
          <li key={document.id}>
            <span>
              {t(`type.${document.documentType}`)} <Identifier>{document.documentNumber}</Identifier>
            </span>
            <DocumentBadge value={document.status} />
            <p className={typography.secondary}>
              {t('earlier.open', { name: document.uploadedBy, time: time(document.uploadedAt) })}
            </p>
            <DecisionText document={document} />
          </li>
        ))}
      </ul>
    </section>
  )
}
