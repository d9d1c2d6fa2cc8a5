import { PasswordInput, Textarea, TextInput } from '@mantine/core'
import type { FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useField, type FieldProps } from './use-field.tsx'

type TextProps<I extends FieldValues> = FieldProps<I> & {
  readonly type?: 'text' | 'email' | 'tel' | 'number'
  readonly placeholder?: string
  readonly maxLength?: number
  /** Identifiers and addresses are written left to right everywhere. */
  readonly dir?: 'ltr' | 'auto'
}

/** One line of text with its error beside it. */
export function FormText<I extends FieldValues>(props: TextProps<I>) {
  const field = useField(props)
  return (
    <TextInput
      {...field}
      type={props.type ?? 'text'}
      dir={props.dir ?? 'auto'}
      autoComplete="off"
      spellCheck={false}
      {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
      {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
    />
  )
}

/** Several lines, for reasons and addresses. */
export function FormTextarea<I extends FieldValues>(props: FieldProps<I> & { readonly rows?: number }) {
  const field = useField(props)
  return <Textarea {...field} rows={props.rows ?? 3} autoComplete="off" />
}

/** A password that can be shown; the window never stores it. */
export function FormPassword<I extends FieldValues>(
  props: FieldProps<I> & { readonly autoComplete?: 'current-password' | 'new-password' | 'off' },
) {
  const { t } = useTranslation('components')
  const field = useField(props)
  return (
    <PasswordInput
      {...field}
      dir="ltr"
      autoComplete={props.autoComplete ?? 'current-password'}
      visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), tabIndex: 0 }}
    />
  )
}
