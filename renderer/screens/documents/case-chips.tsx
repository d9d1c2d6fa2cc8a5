import { useTranslation } from 'react-i18next'
import type { QueuedDocument } from '../../../shared/contract/documents.ts'
import { CASE_FILTERS, isOfFilter, type CaseFilter } from './queue-filter.ts'
import { useNow } from './use-now.ts'
import layout from '../../theme/layout.module.css'
import chips from '../../components/chips.module.css'

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
    <fieldset className={chips.chips}>
      <legend className={layout.visuallyHidden}>{t('claim.filters')}</legend>
      <button
        type="button"
        className={chips.chip}
        aria-pressed={filter === null}
        onClick={() => onFilter(null)}
      >
        {t('claim.everybody')}
      </button>
      {CASE_FILTERS.map((each) => (
        <button
          key={each}
          type="button"
          className={chips.chip}
          aria-pressed={filter === each}
          onClick={() => onFilter(filter === each ? null : each)}
        >
          {t(`claim.${each}`, { count: countOf(each) })}
        </button>
      ))}
    </fieldset>
  )
}
