import { useTranslation } from 'react-i18next'
import type { KycDue } from '../../../shared/contract/kyc.ts'
import { DUE_FILTERS, isOfDueFilter, type DueFilter } from './due-filter.ts'
import layout from '../../theme/layout.module.css'
import chips from '../../components/chips.module.css'

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
    <fieldset className={chips.chips}>
      <legend className={layout.visuallyHidden}>{t('due.filters')}</legend>
      <button
        type="button"
        className={chips.chip}
        aria-pressed={filter === null}
        onClick={() => onFilter(null)}
      >
        {t('due.all', { count: due.length })}
      </button>
      {DUE_FILTERS.map((each) => (
        <button
          key={each}
          type="button"
          className={chips.chip}
          aria-pressed={filter === each}
          onClick={() => onFilter(filter === each ? null : each)}
        >
          {wordsOf(each)}
        </button>
      ))}
    </fieldset>
  )
}
