import { useState, type Ref } from 'react'
import { DateInput } from './date-input.tsx'
import { FieldErrorText } from './field-error.tsx'

type Props = {
  readonly label: string
  /** A day of the branch, as 2026-01-31. */
  readonly value: string | null
  readonly title?: string
  readonly problem?: string | null
  readonly field?: Ref<HTMLInputElement>
  readonly onChange: (day: string | null) => void
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** One end of a period; an empty field leaves it open, and so does what is no day yet, which stays to be corrected. */
export function DayFilter({ label, value, title, problem = null, field, onChange }: Props) {
  const [unread, setUnread] = useState('')
  return (
    <DateInput
      {...(field === undefined ? {} : { ref: field })}
      {...(title === undefined ? {} : { title })}
      label={label}
      value={value ?? unread}
      error={problem === null ? null : <FieldErrorText message={problem} />}
      onChange={(typed) => {
        const day = DAY.test(typed) ? typed : null
        setUnread(day === null ? typed : '')
        onChange(day)
      }}
    />
  )
}
