import { useTranslation } from 'react-i18next'
import { useQueryCall } from '../../calls/use-call.ts'
import { DayFilter } from '../../components/form/day-filter.tsx'
import { AnswerNote } from '../../components/answer-note.tsx'
import type { AuditFilters, FilterProps } from './filters.ts'
import { RecordIdFilter } from './record-id-filter.tsx'
import { SelectFilter } from './select-filter.tsx'
import { actionWord, recordTypeWord } from './words.ts'
import styles from './audit.module.css'

/** The filters of the log. Each field takes effect at once, and stands below as a chip that can be removed. */
export function AuditFilterBar({ filters, onChange, names }: FilterProps) {
  const { t } = useTranslation('audit')
  const set = (part: Partial<AuditFilters>) => onChange({ ...filters, ...part })
  const { from, to } = filters
  const crossed = from !== null && to !== null && to < from
  return (
    <search className={styles.filters} aria-label={t('filters')}>
      <SelectFilters filters={filters} onChange={onChange} names={names} />
      <RecordIdFilter
        key={filters.resourceId ?? ''}
        value={filters.resourceId}
        onChange={(resourceId) => set({ resourceId })}
      />
      <DayFilter
        title={t('wholeDays')}
        label={t('from')}
        value={from}
        onChange={(day) => set({ from: day })}
      />
      <DayFilter
        title={t('wholeDays')}
        label={t('to')}
        value={to}
        problem={crossed ? t('datesCrossed') : null}
        onChange={(day) => set({ to: day })}
      />
    </search>
  )
}

/** Person, action and kind of record; the lists hold what the log has. */
function SelectFilters({ filters, onChange, names }: FilterProps) {
  const { t } = useTranslation('audit')
  const { answer } = useQueryCall('audit.listFilters', {})
  const offered = answer.state === 'known' ? answer.value : { actions: [], resourceTypes: [] }
  const set = (part: Partial<AuditFilters>) => onChange({ ...filters, ...part })
  return (
    <>
      <AnswerNote answer={answer} />
      <SelectFilter
        label={t('person')}
        placeholder={t('anyone')}
        options={[...names].map(([value, label]) => ({ value, label }))}
        value={filters.userId}
        onChange={(userId) => set({ userId })}
      />
      <SelectFilter
        label={t('action')}
        placeholder={t('anything')}
        options={offered.actions.map((value) => ({ value, label: actionWord(value) }))}
        value={filters.action}
        onChange={(action) => set({ action })}
      />
      <SelectFilter
        label={t('resourceType')}
        placeholder={t('everything')}
        options={offered.resourceTypes.map((value) => ({ value, label: recordTypeWord(value) }))}
        value={filters.resourceType}
        onChange={(resourceType) => set({ resourceType })}
      />
    </>
  )
}
