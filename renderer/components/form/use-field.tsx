import { useEffect, useRef } from 'react'
import { useController, type Control, type FieldValues, type Path } from 'react-hook-form'
import { afterPress } from '../../keyboard/after-press.ts'
import { FieldErrorText, useFieldMessage } from './field-error.tsx'

/** A form's control, whatever its schema makes of the values. */
export type FormControl<I extends FieldValues> = Control<I, unknown, unknown>

/** What every field wrapper takes. */
export type FieldProps<I extends FieldValues> = {
  readonly control: FormControl<I>
  readonly name: Path<I>
  readonly label: string
  readonly description?: string
  /** Has the focus when it appears, because work by keys has to begin somewhere. */
  readonly startHere?: boolean
  readonly readOnly?: boolean
}

const ORDER: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error']

/** Connects a Mantine input to react-hook-form: value, focus on error, and the error beneath the input. */
export function useField<I extends FieldValues>({
  control,
  name,
  label,
  description,
  startHere,
  readOnly,
}: FieldProps<I>) {
  const { field, fieldState } = useController<I, Path<I>, unknown>({ control, name })
  const value: unknown = field.value
  const message = useFieldMessage(fieldState.error, value)
  return {
    label,
    ...(description === undefined ? {} : { description }),
    autoFocus: startHere ?? false,
    readOnly: readOnly ?? false,
    name,
    ref: field.ref,
    onBlur: useLeaving(value, field.onBlur),
    onChange: field.onChange as (value: unknown) => void,
    value: typeof value === 'string' ? value : '',
    error: message === null ? null : <FieldErrorText message={message} />,
    inputWrapperOrder: ORDER,
  }
}

/** Leaving the field, after the press that leaves it. A value that the press itself has changed was not left like this. */
function useLeaving(value: unknown, leave: () => void) {
  const current = useRef(value)
  useEffect(() => {
    current.current = value
  }, [value])
  return () => afterPress(() => current.current === value && leave())
}
