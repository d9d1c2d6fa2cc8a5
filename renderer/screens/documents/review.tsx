import { useTranslation } from 'react-i18next'
import type { QueuedDocument } from '../../../shared/contract/documents.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { Identifier } from '../../components/bidi.tsx'
import { Column } from '../../components/columns.tsx'
import { DocumentViewer } from '../../components/document-viewer.tsx'
import { AskedFor } from './asked-for.tsx'
import { CaseClaim } from './case-claim.tsx'
import { CustomerHead } from './customer-head.tsx'
import { CustomerFacts } from './customer-facts.tsx'
import { Decision } from './decision.tsx'
import { EarlierDocuments } from './earlier-documents.tsx'
import { KycNeeds } from './kyc-needs.tsx'
import { sideWords } from './pages/side-words.ts'
import { ReadingFacts } from './reading-facts.tsx'
import { useShowing } from './use-showing.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import styles from './review.module.css'

type Props = { readonly item: QueuedDocument; readonly onDecided: (id: string) => void }

/** In a low window it is longer than its place, so the keys must be able to scroll it. */
const SCROLLED_BY_KEYS = { tabIndex: 0 }

/** The document large, and beside it whom it is compared with and the decision. */
export function Review({ item, onDecided }: Props) {
  const { t } = useTranslation('documents')
  const { answer } = useQueryCall('customers.get', { customerId: item.customerId })
  const showing = useShowing(item.id)
  const title = t(`type.${item.documentType}`)
  return (
    <>
      <Column label={t('document')} tone="canvas">
        <DocumentViewer
          documentId={item.id}
          label={title}
          onLook={showing.onLook}
          pageName={(at, of) => sideWords(t, item.documentType, at, of)}
        >
          <h2>{title}</h2>
          <span className={classes(typography.secondary, typography.clipped)}>
            <Identifier>{t('number', { number: item.documentNumber })}</Identifier>
          </span>
        </DocumentViewer>
      </Column>
      <Column label={t('customer')}>
        <CustomerHead name={item.customerName} number={item.customerNumber} />
        <div className={styles.claim}>
          <CaseClaim item={item} />
        </div>
        <section className={classes(layout.scroll, styles.data)} aria-label={t('data')} {...SCROLLED_BY_KEYS}>
          <AnswerNote answer={answer} />
          <AskedFor customerId={item.customerId} />
          {answer.state === 'known' && <ReadingFacts item={item} customer={answer.value} />}
          {answer.state !== 'unknown' && (
            <CustomerFacts item={item} customer={answer.state === 'known' ? answer.value : undefined} />
          )}
          {answer.state === 'known' && <EarlierDocuments item={item} customer={answer.value} />}
          {answer.state === 'known' && <KycNeeds customer={answer.value} />}
        </section>
        {/* Nothing is decided without the data that the document is compared with. */}
        {answer.state !== 'unknown' && (
          <Decision
            item={item}
            kind={answer.state === 'known' ? answer.value.kind : 'PERSON'}
            showing={showing}
            onDecided={onDecided}
          />
        )}
      </Column>
    </>
  )
}
