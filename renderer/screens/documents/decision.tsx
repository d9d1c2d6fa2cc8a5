import { useTranslation } from 'react-i18next'
import { useMay } from '../../calls/use-may.ts'
import type { QueuedDocument } from '../../../shared/contract/documents.ts'
import { Note } from '../../components/failure-note.tsx'
import { Checker } from './checker.tsx'
import { DecisionFoot } from './decision-foot.tsx'
import type { Showing } from './use-showing.ts'

type Props = {
  readonly item: QueuedDocument
  readonly showing: Showing
  readonly onDecided: (id: string) => void
}

/** The decision, for users who may make it; others read why they may not. */
export function Decision({ item, showing, onDecided }: Props) {
  const { t } = useTranslation('documents')
  const mayApprove = useMay('documents.approve')
  if (!mayApprove)
    return (
      <DecisionFoot item={item}>
        <Note tone="info">{t('readOnly')}</Note>
      </DecisionFoot>
    )
  if (!item.mayDecide)
    return (
      <DecisionFoot item={item}>
        <Note tone="info">{t('own')}</Note>
      </DecisionFoot>
    )
  return <Checker item={item} showing={showing} onDecided={onDecided} />
}
