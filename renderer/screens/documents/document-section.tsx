import { IconFileUpload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { DocumentView } from '../../../shared/contract/customers.ts'
import { DateText, Identifier, formatTime } from '../../components/bidi.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { roveFocus } from '../../keyboard/roving.ts'
import { useSession } from '../../calls/use-session.ts'
import { DocumentBadge } from './document-badge.tsx'

type Props = {
  readonly documents: readonly DocumentView[]
  readonly onUpload: (() => void) | undefined
  readonly onOpen: (id: string) => void
}

/** The customer's papers: what, until when, in which state, and who uploaded and decided. */
export function DocumentSection({ documents, onUpload, onOpen }: Props) {
  const { t } = useTranslation('documents')
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
        <h2 id="documents-title">{t('held.title')}</h2>
        {documents.length > 0 && upload}
      </div>
      {documents.length === 0 ? (
        <EmptyState
          title={t('held.none')}
          hint={onUpload === undefined ? t('held.noneRead') : t('held.noneHint')}
        />
      ) : (
        <table className="tbl" aria-labelledby="documents-title">
          <thead>
            <tr>
              <th scope="col" className="documents-type">
                {t('held.type')}
              </th>
              <th scope="col">{t('documentNumber')}</th>
              <th scope="col" className="documents-expiry">
                {t('held.validUntil')}
              </th>
              <th scope="col" className="documents-state">
                {t('held.state')}
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
  const { t } = useTranslation('documents')
  const type = t(`type.${document.documentType}`)
  return (
    <tr className="document-row">
      <td>
        <button
          type="button"
          className="link"
          aria-label={t('held.open', { type, number: document.documentNumber })}
          onClick={onOpen}
        >
          {type}
        </button>
        <p className="t2">
          {t('uploaded', { name: document.uploadedBy, time: formatTime(document.uploadedAt) })}
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
  const { t } = useTranslation('documents')
  const { branch } = useSession()
  if (expiresAt === null) return <span className="dim">{t('held.doesNotExpire')}</span>
  const today = branch?.businessDate ?? ''
  return (
    <>
      <DateText value={expiresAt} />
      {expiresAt < today && <p className="t2 document-expired">{t('held.expired')}</p>}
    </>
  )
}

/** Who decided and why; while nobody has, that it has to be somebody else. */
export function Decision({ document }: { readonly document: DocumentView }) {
  const { t } = useTranslation('documents')
  const { status, uploadedBy, verifiedBy, rejectionReason } = document
  const words =
    status === 'PENDING'
      ? t('held.fourEyes', { name: uploadedBy })
      : status === 'REJECTED'
        ? t('held.rejectedBy', { name: verifiedBy ?? '', reason: rejectionReason ?? '' })
        : verifiedBy === null
          ? null
          : t('held.approvedBy', { name: verifiedBy })
  return words === null ? null : <p className="t2 document-why">{words}</p>
}
