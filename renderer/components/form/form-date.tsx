import type { FieldValues } from 'react-hook-form'
import { DateInput } from './date-input.tsx'
import { useField, type FieldProps } from './use-field.tsx'

/** A date within a form; its value is a day such as `2026-11-26`, or what was typed and is none. */
export function FormDate<I extends FieldValues>(props: FieldProps<I>) {
  return <DateInput {...useField(props)} />
}
