import { Select, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../components/bidi.tsx'
import { dateInWords } from '../../components/form/date-in-words.tsx'
import { FieldErrorText } from '../../components/form/field-error.tsx'
import { useQueryCall } from '../../calls/use-call.ts'
import type { AuditFilters } from './use-audit-pages.ts'
import { actionWord, thingWord } from './words.ts'

type Props = {
  readonly filters: AuditFilters
  readonly onChange: (filters: AuditFilters) => void
  /** People by their id. */
  readonly names: ReadonlyMap<string, string>
}

const NONE = { maxDropdownHeight: 280, comboboxProps: { transitionProps: { duration: 0 } } } as const
const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i

const byLabel = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label)

/** What the log is narrowed to. Each field takes effect at once, and stands below as a chip that can be removed. */
export function AuditFilterBar({ filters, onChange, names }: Props) {
  const { t } = useTranslation('audit')
  const known = useQueryCall('audit.listFilters', {})
  const set = (part: Partial<AuditFilters>) => onChange({ ...filters, ...part })
  const crossed = filters.from !== null && filters.to !== null && filters.to < filters.from
  return (
    <search className="audit-filters" aria-label={t('filters')}>
      <Select
        {...NONE}
        searchable
        clearable
        label={t('person')}
        placeholder={t('anyone')}
        data={[...names].map(([value, label]) => ({ value, label })).sort(byLabel)}
        value={filters.userId}
        onChange={(userId) => set({ userId })}
      />
      <Select
        {...NONE}
        searchable
        clearable
        label={t('action')}
        placeholder={t('anything')}
        data={(known.data?.actions ?? []).map((value) => ({ value, label: actionWord(value) })).sort(byLabel)}
        value={filters.action}
        onChange={(action) => set({ action })}
      />
      <Select
        {...NONE}
        searchable
        clearable
        label={t('resourceType')}
        placeholder={t('everything')}
        data={(known.data?.resourceTypes ?? [])
          .map((value) => ({ value, label: thingWord(value) }))
          .sort(byLabel)}
        value={filters.resourceType}
        onChange={(resourceType) => set({ resourceType })}
      />
      <IdField
        key={filters.resourceId ?? ''}
        value={filters.resourceId}
        onChange={(resourceId) => set({ resourceId })}
      />
      <TextInput
        type="date"
        label={t('from')}
        title={t('utc')}
        {...dateInWords(filters.from ?? '')}
        value={filters.from ?? ''}
        onChange={({ currentTarget: { value } }) => set({ from: value === '' ? null : value })}
      />
      <TextInput
        type="date"
        label={t('to')}
        title={t('utc')}
        {...dateInWords(filters.to ?? '')}
        value={filters.to ?? ''}
        error={crossed ? <FieldErrorText message={t('datesCrossed')} /> : null}
        onChange={({ currentTarget: { value } }) => set({ to: value === '' ? null : value })}
      />
    </search>
  )
}

/** An id takes effect once it is whole: half of one finds nothing. */
function IdField({
  value,
  onChange,
}: {
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}) {
  const { t } = useTranslation('audit')
  const [text, setText] = useState(value ?? '')
  const [left, setLeft] = useState(false)
  const wrong = left && text.trim() !== '' && !UUID.test(text.trim())
  return (
    <TextInput
      label={t('resourceId')}
      dir="ltr"
      autoComplete="off"
      spellCheck={false}
      value={text}
      error={wrong ? <FieldErrorText message={t('notAnId')} /> : null}
      onBlur={() => setLeft(true)}
      onChange={({ currentTarget }) => {
        const typed = currentTarget.value.trim().toLowerCase()
        setText(currentTarget.value)
        if (typed === '' && value !== null) onChange(null)
        if (UUID.test(typed)) onChange(typed)
      }}
    />
  )
}

type Chip = { readonly field: keyof AuditFilters; readonly name: string; readonly value: string }

/** The filters in force, each with its way out. */
export function AuditChips({ filters, onChange, names, onClear }: Props & { readonly onClear: () => void }) {
  const { t } = useTranslation('audit')
  const chips: Chip[] = []
  const add = (field: keyof AuditFilters, name: string, read: (value: string) => string) => {
    const value = filters[field]
    if (value !== null) chips.push({ field, name, value: read(value) })
  }
  add('userId', t('person'), (value) => names.get(value) ?? value)
  add('action', t('action'), actionWord)
  add('resourceType', t('resourceType'), thingWord)
  add('resourceId', t('resourceId'), (value) => `${value.slice(0, 8)}…`)
  add('from', t('from'), formatDate)
  add('to', t('to'), formatDate)
  if (chips.length === 0) return null
  return (
    <ul className="chips" aria-label={t('active')}>
      {chips.map(({ field, name, value }) => {
        const words = t('chip', { name, value })
        return (
          <li key={field}>
            <button
              type="button"
              className="chip"
              data-on
              aria-label={t('remove', { filter: words })}
              onClick={() => onChange({ ...filters, [field]: null })}
            >
              {words}
              <IconX size={14} stroke={2} aria-hidden />
            </button>
          </li>
        )
      })}
      <li>
        <button type="button" className="link" onClick={onClear}>
          {t('clear')}
        </button>
      </li>
    </ul>
  )
}
