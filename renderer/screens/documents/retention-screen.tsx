import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Deletion } from '../../../shared/contract/retention.ts'
import { mapAnswer } from '../../calls/answer.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { useMay } from '../../calls/use-may.ts'
import { Column, Columns } from '../../components/columns.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FilterChips } from '../../components/filter-chips.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { DeletionFacts } from './deletion-facts.tsx'
import { DeletionTable } from './deletion-table.tsx'
import { ProposeRetention } from './propose-retention.tsx'
import { RetentionTable } from './retention-table.tsx'

const STATES = ['DUE', 'HELD', 'DELETED'] as const
/** Documents stand in the list so many days before their content is deleted. */
const DAYS = 90

/** How long documents are kept, and for whoever may see customers: what is due, what a hold keeps, and what was deleted. */
export function RetentionScreen() {
  const { t } = useTranslation('retention')
  const [state, setState] = useState<Deletion['state'] | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [maySee, mayPropose] = [useMay('documents.listDeletions'), useMay('documents.proposeRetention')]
  const { answer: rules } = useQueryCall('documents.listRetention', {})
  const { answer: deletions } = useQueryCall('documents.listDeletions', { days: DAYS }, { enabled: maySee })
  const documents = deletions.state === 'known' ? deletions.value.documents : []
  const known = rules.state === 'known' ? rules.value : null
  const rule = mayPropose ? known?.rules.find(({ id }) => id === chosen) : undefined
  const document = documents.find(({ id }) => id === chosen)
  const select = (next: Deletion['state'] | null) => {
    setState(next)
    setChosen(null)
  }
  return (
    <Columns layout="list-detail">
      <Column label={t('title')}>
        <PageHeader title={t('title')} />
        {maySee && (
          <FilterChips
            legend={t('show')}
            all={t('rulesChip', { count: known?.rules.length ?? 0 })}
            filters={STATES}
            filter={state}
            wordsOf={(each) =>
              t(`stateChip.${each}`, { count: documents.filter((one) => one.state === each).length })
            }
            onFilter={select}
          />
        )}
        {state === null ? (
          <RetentionTable
            rules={mapAnswer(rules, (value) => value.rules)}
            selectedKey={chosen}
            onOpen={({ id }) => setChosen(id)}
          />
        ) : (
          <DeletionTable
            documents={mapAnswer(deletions, (value) => value.documents.filter((one) => one.state === state))}
            selectedKey={chosen}
            onOpen={({ id }) => setChosen(id)}
          />
        )}
      </Column>
      <Column label={t('chosen')} tone="sunken">
        {rule !== undefined && (
          <ProposeRetention
            key={rule.id}
            rule={rule}
            today={known?.businessDate ?? ''}
            onClose={() => setChosen(null)}
          />
        )}
        {document !== undefined && <DeletionFacts key={document.id} document={document} />}
        {rule === undefined && document === undefined && (
          <EmptyState title={t('nothingChosen')} hint={t('hint')} />
        )}
      </Column>
    </Columns>
  )
}
