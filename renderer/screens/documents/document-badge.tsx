import { useTranslation } from 'react-i18next'
import type { DocumentView } from '../../../shared/contract/document-views.ts'
import { StatusBadge, type Tone } from '../../components/status-badge.tsx'

const TONES: Readonly<Record<DocumentView['status'], Tone>> = {
  PENDING: 'wait',
  APPROVED: 'ok',
  REJECTED: 'bad',
  EXPIRED: 'warn',
}

/** The state of a document. */
export function DocumentBadge({ value }: { readonly value: DocumentView['status'] }) {
  const { t } = useTranslation('documents')
  return <StatusBadge tone={TONES[value]}>{t(`status.${value}`)}</StatusBadge>
}
