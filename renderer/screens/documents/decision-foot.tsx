import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { DecisionPanel } from '../../components/decision-pair.tsx'
import type { QueuedDocument } from '../../../shared/contract/documents.ts'
import typography from '../../theme/typography.module.css'

type Props = { readonly item: QueuedDocument; readonly children: ReactNode }

/** Who uploaded the document and when, above the decision. */
export function DecisionFoot({ item, children }: Props) {
  const { t } = useTranslation('documents')
  const { time } = useBranchTime()
  return (
    <DecisionPanel>
      <p className={typography.secondary}>
        {t('uploaded', { name: item.uploadedBy, time: time(item.uploadedAt) })}
      </p>
      {children}
    </DecisionPanel>
  )
}
