import { IconFileUpload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { DocumentView } from '../../../shared/contract/customers.ts'
import { DateText, Identifier, formatTime } from '../../components/bidi.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { roveFocus } from '../../keyboard/roving.ts'
import { useSession } from '../../calls/use-session.ts'
import { DocumentBadge } from '../customers/badges.tsx'

type Props = {
  readonly documents: readonly DocumentView[]
  readonly onUpload: (() => void) | undefined
  readonly onOpen: (id: string) => void
}

/** The customer's papers: what, until when, in which state, and who uploaded and decided. */
export function DocumentSection({ documents, onUpload, onOpen }: Props) {
  const { t } = useTranslation('customers')
  const upload = onUpload !== undefined && (
    <BusyButton
      variant="default"
      keys="U"
      onClick={onUpload}
      leftSection={<IconFileUpload size={16} aria-hidden />}
    >
      {t('upload.action')}
    </BusyButton>
  )
  return (
    <section aria-labelledby="documents-title" className="customer-section">
      <div className="subhead">
        <h2 id="documents-title">{t('documents')}</h2>
        {documents.length > 0 && upload}
      </div>
      {documents.length === 0 ? (
        <EmptyState
          title={t('noDocuments')}
          hint={onUpload === undefined ? t('noDocumentsRead') : t('noDocumentsHint')}
        />
      ) : (
        <table className="tbl" aria-labelledby="documents-title">
          <thead>
            <tr>
              <th scope="col" className="documents-type">
                {t('documentType')}
              </th>
              <th scope="col">{t('documentNumber')}</th>
              <th scope="col" className="documents-expiry">
                {t('expires')}
              </th>
              <th scope="col" className="documents-state">
                {t('documentState')}
              </th>
            </tr>
          </thead>
          <tbody {...WALKED}>
            {documents.map((document) => (
              <DocumentRow key={document.id} document={document} onOpen={() => onOpen(document.id)} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

const WALKED = { onKeyDown: (event: React.KeyboardEvent<HTMLElement>) => roveFocus(event, 'button') }

function DocumentRow({ document, onOpen }: { readonly document: DocumentView; readonly onOpen: () => void }) {
  const { t } = useTranslation('customers')
  const type = t(`types.${document.documentType}`)
  return (
    <tr className="document-row">
      <td>
        <button
          type="button"
          className="link"
          aria-label={t('openDocument', { type, number: document.documentNumber })}
          onClick={onOpen}
        >
          {type}
        </button>
        <p className="t2">
          {t('uploadedBy', { name: document.uploadedBy, time: formatTime(document.uploadedAt) })}
        </p>
      </td>
      <td className="clip">
        <Identifier>{document.documentNumber}</Identifier>
      </td>
      <td>
        <Expiry document={document} />
      </td>
      <td>
        <DocumentBadge value={document.status} />
        <Decision document={document} />
      </td>
    </tr>
  )
}

/** Read against the bank's own date: what has expired still stands in the list and must not be taken for valid. */
export function Expiry({ document: { expiresAt } }: { readonly document: DocumentView }) {
  const { t } = useTranslation('customers')
  const { branch } = useSession()
  if (expiresAt === null) return <span className="dim">{t('doesNotExpire')}</span>
  const today = branch?.businessDate ?? ''
  return (
    <>
      <DateText value={expiresAt} />
      {expiresAt < today && <p className="t2 document-expired">{t('expired')}</p>}
    </>
  )
}

/** Who decided and why; while nobody has, that it has to be somebody else. */
export function Decision({ document }: { readonly document: DocumentView }) {
  const { t } = useTranslation('customers')
  const { status, uploadedBy, verifiedBy, rejectionReason } = document
  const words =
    status === 'PENDING'
      ? t('fourEyes', { name: uploadedBy })
      : status === 'REJECTED'
        ? t('rejectedBy', { name: verifiedBy ?? '', reason: rejectionReason ?? '' })
        : verifiedBy === null
          ? null
          : t('approvedBy', { name: verifiedBy })
  return words === null ? null : <p className="t2 document-why">{words}</p>
}
