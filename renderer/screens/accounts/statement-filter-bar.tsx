import { TextInput } from '@mantine/core'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { DayFilter } from '../../components/form/day-filter.tsx'
import { EVERYTHING, isCrossed, isNarrowed, type StatementFilter } from './statement-filter.ts'
import buttons from '../../components/buttons.module.css'
import styles from './statement-filter-bar.module.css'

type Props = {
  readonly filter: StatementFilter
  readonly onChange: (filter: StatementFilter) => void
  /** The field for a text. */
  readonly finder: Ref<HTMLInputElement>
  /** The first day of the period. */
  readonly firstDay: Ref<HTMLInputElement>
}

/** What to look for and in which period; each field takes effect at once. The file at the side is of the same period. */
export function StatementFilterBar({ filter, onChange, finder, firstDay }: Props) {
  const { t } = useTranslation('accounts')
  const set = (part: Partial<StatementFilter>) => onChange({ ...filter, ...part })
  return (
    <search className={styles.filter} aria-label={t('look.title')}>
      <TextInput
        ref={finder}
        label={t('look.find')}
        placeholder={t('look.findPlaceholder')}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        value={filter.find}
        onChange={({ currentTarget }) => set({ find: currentTarget.value })}
      />
      <DayFilter label={t('from')} field={firstDay} value={filter.from} onChange={(from) => set({ from })} />
      <DayFilter
        label={t('to')}
        value={filter.to}
        problem={isCrossed(filter) ? t('fromAfterTo') : null}
        onChange={(to) => set({ to })}
      />
      <button
        type="button"
        className={buttons.link}
        disabled={!isNarrowed(filter)}
        onClick={() => onChange(EVERYTHING)}
      >
        {t('look.everything')}
      </button>
    </search>
  )
}
