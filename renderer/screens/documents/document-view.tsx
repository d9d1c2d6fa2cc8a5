import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentView as Document } from '../../../shared/contract/document-views.ts'
import { Identifier, TimeText } from '../../components/bidi.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { Column, Columns } from '../../components/columns.tsx'
import { DocumentViewer } from '../../components/document-viewer.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Fact } from '../../components/fact.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import type { Look } from '../../components/preview/use-drawn.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { countryName } from '../customers/countries.ts'
import { DocumentBadge } from './document-badge.tsx'
import { sideWords } from './pages/side-words.ts'
import { DecisionText, DeletionText, Expiry } from './document-state.tsx'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import facts from '../../components/facts.module.css'
import panel from '../../components/panel.module.css'

type Props = {
  readonly document: Document
  readonly holder: string
  /** Told after each page that was drawn. Must stay the same function. */
  readonly onLook: (look: Look) => void
  readonly onClose: () => void
  /** Above what is known of it. */
  readonly children: ReactNode
}

/** One stored document, large, with what is known of it at the side. */
export function DocumentView({ document, holder, onLook, onClose, children }: Props) {
  const { t } = useTranslation('documents')
  const { t: words } = useTranslation('retention')
  const type = t(`type.${document.documentType}`)
  useKeys({ Escape: { label: t('back'), run: onClose } })
  return (
    <Columns layout="list-detail">
      <Column label={type}>
        <PageHeader title={type} detail={<bdi>{holder}</bdi>}>
          <BusyButton variant="default" startHere keys="Escape" onClick={onClose}>
            {t('back')}
          </BusyButton>
        </PageHeader>
        {document.deletion === null ? (
          <DocumentViewer
            documentId={document.id}
            label={`${type} ${document.documentNumber}`}
            onLook={onLook}
            pageName={(at, of) => sideWords(t, document.documentType, at, of)}
          />
        ) : (
          <EmptyState title={words('deleted')} hint={words('documents.explain.DELETED')} />
        )}
      </Column>
      <Column label={t('held.details')} tone="sunken">
        <div className={panel.head}>
          <h2>{t('held.details')}</h2>
        </div>
        {children}
        <DocumentFacts document={document} />
      </Column>
    </Columns>
  )
}

function DocumentFacts({ document }: Pick<Props, 'document'>) {
  const { t } = useTranslation('documents')
  return (
    <dl className={classes(layout.scroll, layout.padded, layout.alignedTop, facts.facts, facts.onePerLine)}>
      <Fact label={t('documentNumber')}>
        <Identifier>{document.documentNumber}</Identifier>
      </Fact>
      {document.issuingCountry !== null && (
        <Fact label={t('issuedBy')}>{countryName(document.issuingCountry)}</Fact>
      )}
      <Fact label={t('held.validUntil')}>
        <Expiry document={document} />
      </Fact>
      <Fact label={t('held.state')}>
        <DocumentBadge value={document.status} />
        <DecisionText document={document} />
        <DeletionText document={document} />
      </Fact>
      <Fact label={t('held.uploaded')}>
        <bdi>{document.uploadedBy}</bdi>, <TimeText value={document.uploadedAt} />
      </Fact>
    </dl>
  )
}
