import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DEFAULT_CURRENCY } from '../../../shared/currencies.ts'
import { mapAnswer } from '../../calls/answer.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { useMay } from '../../calls/use-may.ts'
import { useSession } from '../../calls/use-session.ts'
import { Column, Columns } from '../../components/columns.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { LimitTable } from './limit-table.tsx'
import { ProposeLimit } from './propose-limit.tsx'

/** What one person posts alone in the branch's currency, and beside it another limit that is proposed. */
export function LimitsScreen() {
  const { t } = useTranslation('limits')
  const { branch } = useSession()
  const currency = branch?.currency ?? DEFAULT_CURRENCY
  const mayPropose = useMay('limits.propose')
  const [chosen, setChosen] = useState<string | null>(null)
  const { answer } = useQueryCall('limits.list', { currency })
  const list = answer.state === 'known' ? answer.value : null
  const limit = mayPropose ? list?.limits.find(({ id }) => id === chosen) : undefined
  return (
    <Columns layout="list-detail">
      <Column label={t('list')}>
        <PageHeader title={t('title')} detail={currency} />
        <LimitTable
          limits={mapAnswer(answer, ({ limits }) => limits)}
          selectedKey={chosen}
          onOpen={({ id }) => setChosen(id)}
        />
      </Column>
      <Column label={t('chosen')} tone="sunken">
        {limit === undefined ? (
          <EmptyState title={t('nothingChosen')} hint={t('hint')} />
        ) : (
          <ProposeLimit
            key={limit.id}
            limit={limit}
            today={list?.businessDate ?? ''}
            onClose={() => setChosen(null)}
          />
        )}
      </Column>
    </Columns>
  )
}
