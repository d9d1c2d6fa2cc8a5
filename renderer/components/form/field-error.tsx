import { IconAlertTriangle } from '@tabler/icons-react'
import type { FieldError as Problem } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

/** Zod's own messages are for programmers and are replaced; a message that a schema states is shown. An empty field is to be filled in. */
export function useFieldMessage(error: Problem | undefined, value: unknown): string | null {
  const { t } = useTranslation('components')
  if (error === undefined) return null
  if (error.type === 'too_small' || error.type === 'required') return t('required')
  const generated = /^(Invalid|Too big|Too small|Unrecognized)/.test(error.message ?? '')
  if (error.message !== undefined && error.message !== '' && !generated) return error.message
  return value === '' || value === null ? t('required') : t('invalid')
}

/** The sentence beneath a field, with an icon before it. */
export function FieldErrorText({ message }: { readonly message: string }) {
  return (
    <>
      <IconAlertTriangle size={14} stroke={2} aria-hidden />
      <span>{message}</span>
    </>
  )
}
