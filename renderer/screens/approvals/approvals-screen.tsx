import { IconInbox } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Column, Columns } from '../../components/columns.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { ApprovalReview } from './approval-review.tsx'
import { ApprovalsColumn } from './approvals-column.tsx'
import { useApprovals } from './use-approvals.ts'

/** What waits for a second person, what is to be decided, and the decision. One after the other, by keys alone. */
export function ApprovalsScreen() {
  const { t } = useTranslation('approvals')
  const list = useApprovals()
  const { currentId, step, canStep, leave } = list
  useKeys({
    J: { label: t('next'), run: () => step(1), disabled: !canStep },
    K: { label: t('previous'), run: () => step(-1), disabled: !canStep },
  })
  return (
    <Columns layout="review">
      <ApprovalsColumn list={list} />
      {currentId === null ? (
        <Column label={t('proposal')} tone="canvas">
          {list.answer.state === 'known' && (
            <EmptyState
              icon={<IconInbox size={32} stroke={1.5} />}
              title={t(list.waiting ? 'empty' : 'emptyDecided')}
              hint={t('emptyHint')}
            />
          )}
        </Column>
      ) : (
        <ApprovalReview key={currentId} approvalId={currentId} onLeave={leave} />
      )}
    </Columns>
  )
}
