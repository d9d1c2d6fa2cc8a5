import { IconFileUpload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { DocumentView } from '../../../shared/contract/document-views.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { DocumentTable } from './document-table.tsx'
import section from '../../components/section.module.css'

type Props = {
  readonly documents: readonly DocumentView[]
  /** Absent where the role may not upload. */
  readonly onUpload: (() => void) | undefined
  readonly onOpen: (id: string) => void
}

/** The customer's documents: what, until when, in which state, and who uploaded and decided. */
export function DocumentSection({ documents, onUpload, onOpen }: Props) {
  const { t } = useTranslation('documents')
  return (
    <section aria-labelledby="documents-title" className={section.section}>
      <div className={section.head}>
        <h2 id="documents-title">{t('held.title')}</h2>
        {documents.length > 0 && onUpload !== undefined && (
          <BusyButton
            variant="default"
            keys="U"
            onClick={onUpload}
            leftSection={<IconFileUpload size={16} aria-hidden />}
          >
            {t('upload.action')}
          </BusyButton>
        )}
      </div>
      {documents.length === 0 ? (
        <EmptyState
          title={t('held.none')}
          hint={onUpload === undefined ? t('held.noneRead') : t('held.noneHint')}
        />
      ) : (
        <DocumentTable documents={documents} onOpen={onOpen} />
      )}
    </section>
  )
}
