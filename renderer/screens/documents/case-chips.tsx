import { useTranslation } from 'react-i18next'
import type { QueuedDocument } from '../../../shared/contract/documents.ts'
import { CASE_FILTERS, isOfFilter, type CaseFilter } from './queue-filter.ts'
import { useNow } from './use-now.ts'
import { FilterChips } from '../../components/filter-chips.tsx'

type Props = {
  readonly items: readonly QueuedDocument[]
  readonly filter: CaseFilter | null
  readonly onFilter: (filter: CaseFilter | null) => void
}

/** Chips that narrow the queue to the own cases, those that nobody has, and those that wait too long. */
export function CaseChips({ items, filter, onFilter }: Props) {
  const { t } = useTranslation('documents')
  const now = useNow()
  const countOf = (each: CaseFilter) => items.filter((item) => isOfFilter(item, each, now)).length
  return (
    <FilterChips
      legend={t('claim.filters')}
      all={t('claim.everybody')}
      filters={CASE_FILTERS}
      filter={filter}
      wordsOf={(each) => t(`claim.${each}`, { count: countOf(each) })}
      onFilter={onFilter}
    />
  )
}
