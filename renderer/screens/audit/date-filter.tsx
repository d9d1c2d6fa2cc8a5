import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { dateInWords } from '../../components/form/date-in-words.tsx'
import { FieldErrorText } from '../../components/form/field-error.tsx'

type Props = {
  readonly label: string
  /** A day of the branch, as 2026-01-31. */
  readonly value: string | null
  readonly problem?: string | null
  readonly onChange: (value: string | null) => void
}

/** One end of the period; an empty field leaves it open. */
export function DateFilter({ label, value, problem = null, onChange }: Props) {
  const { t } = useTranslation('audit')
  return (
    <TextInput
      type="date"
      label={label}
      title={t('wholeDays')}
      {...dateInWords(value ?? '')}
      value={value ?? ''}
      error={problem === null ? null : <FieldErrorText message={problem} />}
      onChange={({ currentTarget }) => onChange(currentTarget.value === '' ? null : currentTarget.value)}
    />
  )
}
