import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatTime } from '../../i18n/dates.ts'
import type { QueuedDocument } from '../../../shared/contract/documents.ts'

type Props = { readonly item: QueuedDocument; readonly children: ReactNode }

/** Who uploaded the document and when, above whatever can be decided. */
export function DecisionFoot({ item, children }: Props) {
  const { t } = useTranslation('documents')
  return (
    <div className="foot kyc-foot">
      <p className="t2">{t('uploaded', { name: item.uploadedBy, time: formatTime(item.uploadedAt) })}</p>
      {children}
    </div>
  )
}
