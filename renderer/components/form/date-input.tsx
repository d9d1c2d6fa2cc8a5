import { TextInput, type TextInputProps } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../i18n/dates.ts'
import { afterPress } from '../../keyboard/after-press.ts'
import { DateText } from '../bidi.tsx'
import { readTypedDate } from '../typed-date.ts'
import { FieldErrorText } from './field-error.tsx'
import styles from './date-input.module.css'

type Props = Omit<TextInputProps, 'value' | 'onChange' | 'type' | 'dir'> & {
  /** A day such as `2026-11-26`, nothing, or what was typed and is no day yet. */
  readonly value: string
  /** Told the day as soon as what is typed is one, and otherwise what is typed. */
  readonly onChange: (value: string) => void
}

/**
 * A date, typed in any order that leaves no doubt, whatever the order of the workstation; above the field it stands in words. A native
 * field would show the same date as 02/03 at one workstation and 03/02 at the next.
 */
export function DateInput({ value, onChange, onBlur, error, readOnly, ...field }: Props) {
  const { t } = useTranslation('components')
  const [typed, setTyped] = useState<string | null>(null)
  const [left, setLeft] = useState(false)
  const problem = useDateProblem(left ? value : '')
  const change = (text: string) => {
    const read = readTypedDate(text)
    onChange(read.kind === 'day' ? read.day : text.trim())
  }
  return (
    <TextInput
      {...field}
      dir="ltr"
      autoComplete="off"
      spellCheck={false}
      placeholder={t('date.placeholder')}
      value={typed ?? value}
      error={problem === null ? error : <FieldErrorText message={problem} />}
      readOnly={readOnly ?? false}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value)
        setLeft(false)
        change(currentTarget.value)
      }}
      onBlur={(event) => {
        setTyped(null)
        afterPress(() => setLeft(true))
        onBlur?.(event)
      }}
      inputContainer={(input) => <InWords value={value}>{input}</InWords>}
      rightSection={readOnly === true ? null : <Calendar value={value} onChoose={change} />}
    />
  )
}

/** What is wrong with a typed date, and what to type instead; null for a day and for nothing. */
function useDateProblem(value: string): string | null {
  const { t } = useTranslation('components')
  if (value === '') return null
  const read = readTypedDate(value)
  if (read.kind === 'day') return null
  if (read.kind === 'unread') return t('date.unread')
  const [one, other] = read.readings
  return t('date.ambiguous', { oneDay: formatDate(one), otherDay: formatDate(other), one, other })
}

/** Screen readers read the day in the field, so the words are for the eye alone. */
const InWords = ({ value, children }: { readonly value: string; readonly children: ReactNode }) => (
  <div className={styles.field}>
    {children}
    <span className={styles.words} aria-hidden>
      {readTypedDate(value).kind === 'day' && <DateText value={value} />}
    </span>
  </div>
)

type CalendarProps = { readonly value: string; readonly onChoose: (day: string) => void }

/** Chooses by the system's own calendar; by keyboard the date is typed. */
function Calendar({ value, onChoose }: CalendarProps) {
  const { t } = useTranslation('components')
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={picker}
        className={styles.calendar}
        type="date"
        tabIndex={-1}
        aria-hidden
        max="9999-12-31"
        value={readTypedDate(value).kind === 'day' ? value : ''}
        onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      />
      <button
        type="button"
        className={styles.open}
        tabIndex={-1}
        aria-label={t('date.calendar')}
        onClick={() => picker.current?.showPicker()}
      >
        <IconCalendar size={16} stroke={1.75} aria-hidden />
      </button>
    </>
  )
}
