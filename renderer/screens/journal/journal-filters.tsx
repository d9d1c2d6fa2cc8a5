import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { actorKind, transactionStatus, transactionType } from '../../../shared/contract/fields.ts'
import { DEFAULT_CURRENCY } from '../../../shared/currencies.ts'
import { toDecimal } from '../../../shared/money.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { useSession } from '../../calls/use-session.ts'
import { DayFilter } from '../../components/form/day-filter.tsx'
import { FieldErrorText } from '../../components/form/field-error.tsx'
import { messageForCode } from '../../feedback/messages.ts'
import { readTypedPositive } from '../../i18n/amounts.ts'
import { findOf, type JournalFilters } from './filters.ts'
import styles from './journal.module.css'

type Props = { readonly filters: JournalFilters; readonly onChange: (filters: JournalFilters) => void }

const LOOKED_UP = { reference: null, accountNumber: null, customerNumber: null, person: null }

/** The filters of the journal, each of which takes effect at once. */
export function JournalFilterBar({ filters, onChange }: Props) {
  const { t } = useTranslation('journal')
  const [typed, setTyped] = useState('')
  const set = (part: JournalFilters) => onChange({ ...filters, ...part })
  const { from = null, to = null } = filters
  const crossed = from !== null && to !== null && to < from
  return (
    <search className={styles.filters} aria-label={t('filters')}>
      <TextInput
        label={t('find')}
        placeholder={t('findHint')}
        value={typed}
        dir="auto"
        maxLength={100}
        autoComplete="off"
        className={styles.find}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value)
          set({ ...LOOKED_UP, ...findOf(value) })
        }}
      />
      <Choices filters={filters} onChange={onChange} />
      <AmountFilter label={t('least')} onChange={(least) => set({ least })} />
      <AmountFilter label={t('most')} onChange={(most) => set({ most })} />
      <DayFilter label={t('from')} value={from} onChange={(day) => set({ from: day })} />
      <DayFilter
        label={t('to')}
        value={to}
        problem={crossed ? t('datesCrossed') : null}
        onChange={(day) => set({ to: day })}
      />
    </search>
  )
}

function Choices({ filters, onChange }: Props) {
  const { t } = useTranslation(['journal', 'accounts', 'components'])
  const { answer } = useQueryCall('tills.list', {})
  const tills = answer.state === 'known' ? answer.value.tills : []
  const set = (part: JournalFilters) => onChange({ ...filters, ...part })
  return (
    <>
      <Choice
        label={t('type')}
        value={filters.type}
        options={transactionType.options.map((value) => ({ value, label: t(`accounts:kind.${value}`) }))}
        onChange={(value) => set({ type: transactionType.nullable().parse(value) })}
      />
      <Choice
        label={t('till')}
        value={filters.tillId}
        options={tills.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(tillId) => set({ tillId })}
      />
      <Choice
        label={t('status')}
        value={filters.status}
        options={transactionStatus.options.map((value) => ({ value, label: t(`statuses.${value}`) }))}
        onChange={(value) => set({ status: transactionStatus.nullable().parse(value) })}
      />
      <Choice
        label={t('actor')}
        value={filters.actor}
        options={actorKind.options.map((value) => ({ value, label: t(`actors.${value}`) }))}
        onChange={(value) => set({ actor: actorKind.nullable().parse(value) })}
      />
    </>
  )
}

type ChoiceProps = {
  readonly label: string
  readonly value: string | null | undefined
  readonly options: { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string | null) => void
}

/** One of few; an empty field is no filter. */
function Choice({ label, value, options, onChange }: ChoiceProps) {
  const { t } = useTranslation('journal')
  return (
    <Select
      clearable
      label={label}
      placeholder={t('any')}
      data={options}
      value={value ?? null}
      onChange={onChange}
      comboboxProps={{ transitionProps: { duration: 0 } }}
    />
  )
}

type AmountProps = { readonly label: string; readonly onChange: (amount: string | null) => void }

/** One end of a range of amounts, in the branch's number format. */
function AmountFilter({ label, onChange }: AmountProps) {
  const currency = useSession().branch?.currency ?? DEFAULT_CURRENCY
  const [typed, setTyped] = useState('')
  const read = readTypedPositive(typed, currency)
  const problem = typed.trim() === '' || read.ok ? null : messageForCode(read.error.code, read.error.details)
  return (
    <TextInput
      label={label}
      value={typed}
      dir="ltr"
      inputMode="decimal"
      autoComplete="off"
      error={problem === null ? null : <FieldErrorText message={problem} />}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value)
        const amount = readTypedPositive(value, currency)
        onChange(amount.ok ? toDecimal(amount.value) : null)
      }}
    />
  )
}
