import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldErrorText } from '../../components/form/field-error.tsx'
import { afterPress } from '../../keyboard/after-press.ts'

const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i

type Props = { readonly value: string | null; readonly onChange: (value: string | null) => void }

/** A record's id takes effect once it is complete, because a part of one finds nothing. */
export function RecordIdFilter({ value, onChange }: Props) {
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
      onBlur={() => afterPress(() => setLeft(true))}
      onChange={({ currentTarget }) => {
        const typed = currentTarget.value.trim().toLowerCase()
        setText(currentTarget.value)
        if (typed === '' && value !== null) onChange(null)
        if (UUID.test(typed)) onChange(typed)
      }}
    />
  )
}
