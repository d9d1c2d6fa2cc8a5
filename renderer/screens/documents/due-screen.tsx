import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { WARNING_DAYS } from '../../../shared/rules/kyc.ts'
import { mapAnswer } from '../../calls/answer.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { Column, Columns } from '../../components/columns.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { formatDate } from '../../i18n/dates.ts'
import { DueChips } from './due-chips.tsx'
import { DueCustomer } from './due-customer.tsx'
import { isOfDueFilter, type DueFilter } from './due-filter.ts'
import { DueTable } from './due-table.tsx'

/** Documents that expire or have, and customers who are to be looked at again; beside the list the chosen customer's risk and review. */
export function DueScreen() {
  const { t } = useTranslation('kyc')
  const [filter, setFilter] = useState<DueFilter | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const { answer } = useQueryCall('documents.listDue', { days: WARNING_DAYS[0] })
  const all = answer.state === 'known' ? answer.value.due : []
  const line = all.find(({ id }) => id === chosen)
  return (
    <Columns layout="list-detail">
      <Column label={t('due.list')}>
        <PageHeader
          title={t('due.title')}
          detail={answer.state === 'known' ? formatDate(answer.value.businessDate) : ''}
        />
        <DueChips due={all} filter={filter} onFilter={setFilter} />
        <DueTable
          due={mapAnswer(answer, ({ due }) =>
            due.filter((each) => filter === null || isOfDueFilter(each, filter)),
          )}
          selectedKey={chosen}
          onOpen={({ id }) => setChosen(id)}
        />
      </Column>
      <Column label={t('due.chosen')} tone="sunken">
        {line === undefined ? (
          <EmptyState title={t('due.nothingChosen')} hint={t('due.hint')} />
        ) : (
          <DueCustomer key={line.id} due={line} />
        )}
      </Column>
    </Columns>
  )
}
