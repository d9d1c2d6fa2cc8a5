import { Checkbox } from '@mantine/core'
import { useController, type FieldValues, type Path } from 'react-hook-form'
import type { FormControl } from './use-field.tsx'

type Props<I extends FieldValues> = {
  readonly control: FormControl<I>
  readonly name: Path<I>
  readonly label: string
  /** After the value of the form has changed. */
  readonly onChange?: (checked: boolean) => void
}

/** A yes or no within a form. */
export function FormCheckbox<I extends FieldValues>({ control, name, label, onChange }: Props<I>) {
  const { field } = useController<I, Path<I>, unknown>({ control, name })
  const value: unknown = field.value
  return (
    <Checkbox
      label={label}
      name={name}
      ref={field.ref}
      onBlur={field.onBlur}
      checked={value === true}
      onChange={({ currentTarget: { checked } }) => {
        field.onChange(checked)
        onChange?.(checked)
      }}
    />
  )
}
