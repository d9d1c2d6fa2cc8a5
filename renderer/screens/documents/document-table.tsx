import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import type { DocumentView } from '../../../shared/contract/document-views.ts'
import { Identifier } from '../../components/bidi.tsx'
import { roveFocus } from '../../keyboard/roving.ts'
import { DocumentBadge } from './document-badge.tsx'
import { DecisionText, DeletionText, Expiry } from './document-state.tsx'
import typography from '../../theme/typography.module.css'
import buttons from '../../components/buttons.module.css'
import table from '../../components/table.module.css'
import styles from './document-table.module.css'

/** Arrow keys move among the documents. */
const ROVING = { onKeyDown: (event: KeyboardEvent<HTMLElement>) => roveFocus(event, 'button') }

type Props = { readonly documents: readonly DocumentView[]; readonly onOpen: (id: string) => void }

/** A row for each document, opened by its kind. Labelled by the section's heading. */
export function DocumentTable({ documents, onOpen }: Props) {
  const { t } = useTranslation('documents')
  return (
    <table className={table.table} aria-labelledby="documents-title">
      <thead>
        <tr>
          <th scope="col" className={styles.type}>
            {t('held.type')}
          </th>
          <th scope="col">{t('documentNumber')}</th>
          <th scope="col" className={styles.expiry}>
            {t('held.validUntil')}
          </th>
          <th scope="col" className={styles.state}>
            {t('held.state')}
          </th>
        </tr>
      </thead>
      <tbody {...ROVING}>
        {documents.map((document) => (
          <DocumentRow key={document.id} document={document} onOpen={() => onOpen(document.id)} />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = { readonly document: DocumentView; readonly onOpen: () => void }

function DocumentRow({ document, onOpen }: RowProps) {
  const { t } = useTranslation('documents')
  const { time } = useBranchTime()
  const type = t(`type.${document.documentType}`)
  return (
    <tr className={styles.document}>
      <td>
        <button
          type="button"
          className={buttons.link}
          aria-label={t('held.open', { type, number: document.documentNumber })}
          onClick={onOpen}
        >
          {type}
        </button>
        <p className={typography.secondary}>
          {t('uploaded', { name: document.uploadedBy, time: time(document.uploadedAt) })}
        </p>
      </td>
      <td className={typography.clipped}>
        <Identifier>{document.documentNumber}</Identifier>
      </td>
      <td>
        <Expiry document={document} />
      </td>
      <td>
        <DocumentBadge value={document.status} />
        <DecisionText document={document} />
        <DeletionText document={document} />
      </td>
    </tr>
  )
}
