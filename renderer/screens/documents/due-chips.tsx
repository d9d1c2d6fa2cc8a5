import { useTranslation } from 'react-i18next'
import type { KycDue } from '../../../shared/contract/kyc.ts'
import { DUE_FILTERS, isOfDueFilter, type DueFilter } from './due-filter.ts'
import { FilterChips } from '../../components/filter-chips.tsx'

type Props = {
  readonly due: readonly KycDue[]
  readonly filter: DueFilter | null
  readonly onFilter: (filter: DueFilter | null) => void
}

/** Chips that narrow the list to what has expired, to one warning, or to reviews. */
export function DueChips({ due, filter, onFilter }: Props) {
  const { t } = useTranslation('kyc')
  const wordsOf = (each: DueFilter) => {
    const count = due.filter((line) => isOfDueFilter(line, each)).length
    if (each === 'EXPIRED') return t('due.expired', { count })
    return each === 'REVIEWS' ? t('due.reviews', { count }) : t('due.within', { days: each, count })
  }
  return (
    <FilterChips
      legend={t('due.filters')}
      all={t('due.all', { count: due.length })}
      filters={DUE_FILTERS}
      filter={filter}
      wordsOf={wordsOf}
      onFilter={onFilter}
    />
  )
}
