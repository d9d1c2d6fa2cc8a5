import { IconX } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../i18n/dates.ts'
import { NO_FILTERS, type AuditFilters, type FilterProps } from './filters.ts'
import { actionWord, recordTypeWord } from './words.ts'
import buttons from '../../components/buttons.module.css'
import chipsStyles from '../../components/chips.module.css'

/** The active filters, each with a button that removes it. */
export function AuditChips({ filters, onChange, names }: FilterProps) {
  const { t } = useTranslation('audit')
  const chips = chipsOf(t, filters, names)
  if (chips.length === 0) return null
  return (
    <ul className={chipsStyles.chips} aria-label={t('active')}>
      {chips.map(({ field, name, value }) => (
        <li key={field}>
          <Chip words={t('chip', { name, value })} onRemove={() => onChange({ ...filters, [field]: null })} />
        </li>
      ))}
      <li>
        <button type="button" className={buttons.link} onClick={() => onChange(NO_FILTERS)}>
          {t('clear')}
        </button>
      </li>
    </ul>
  )
}

function Chip({ words, onRemove }: { readonly words: string; readonly onRemove: () => void }) {
  const { t } = useTranslation('audit')
  return (
    <button
      type="button"
      className={chipsStyles.chip}
      data-on
      aria-label={t('remove', { filter: words })}
      onClick={onRemove}
    >
      {words}
      <IconX size={14} stroke={2} aria-hidden />
    </button>
  )
}

/** Every filter that is set, in the order of the bar, in words. */
function chipsOf(t: TFunction<'audit'>, filters: AuditFilters, names: FilterProps['names']) {
  const inWords = [
    { field: 'userId', name: t('person'), read: (id: string) => names.get(id) ?? id },
    { field: 'action', name: t('action'), read: actionWord },
    { field: 'resourceType', name: t('resourceType'), read: recordTypeWord },
    { field: 'resourceId', name: t('resourceId'), read: (id: string) => `${id.slice(0, 8)}…` },
    { field: 'from', name: t('from'), read: formatDate },
    { field: 'to', name: t('to'), read: formatDate },
  ] as const
  return inWords.flatMap(({ field, name, read }) => {
    const value = filters[field]
    return value === null ? [] : [{ field, name, value: read(value) }]
  })
}
