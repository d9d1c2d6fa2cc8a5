import { IconInbox } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Column, Columns } from '../../components/columns.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { AlertReview } from './alert-review.tsx'
import { AlertsColumn } from './alerts-column.tsx'
import { useAlerts } from './use-alerts.ts'

/** Cash that compliance decides about: the queue, what is behind an alert, and the decision. By keys alone. */
export function WatchScreen() {
  const { t } = useTranslation('watch')
  const list = useAlerts()
  const { current, step, rows, open } = list
  useKeys({
    J: { label: t('next'), run: () => step(1), disabled: rows.length < 2 },
    K: { label: t('previous'), run: () => step(-1), disabled: rows.length < 2 },
  })
  return (
    <Columns layout="review">
      <AlertsColumn list={list} />
      {current === undefined ? (
        <Column label={t('alert')} tone="canvas">
          {list.answer.state === 'known' && (
            <EmptyState
              icon={<IconInbox size={32} stroke={1.5} />}
              title={t(open ? 'empty' : 'emptyDecided')}
              hint={t(open ? 'emptyHint' : 'emptyDecidedHint')}
            />
          )}
        </Column>
      ) : (
        <AlertReview key={current.id} alertId={current.id} onDecided={list.leave} />
      )}
    </Columns>
  )
}
