import { Checkbox } from '@mantine/core'
import { Controller, type FieldValues, type Path } from 'react-hook-form'
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
  return (
    <Controller
      control={control}
      name={name}
      render={({ field: { value, onChange: change, ...field } }) => (
        <Checkbox
          {...field}
          label={label}
          checked={value === true}
          onChange={({ currentTarget: { checked } }) => {
            change(checked)
            onChange?.(checked)
          }}
        />
      )}
    />
  )
}
