import type { FieldValues } from 'react-hook-form'
import { MoneyInput } from '../money-input.tsx'
import { useField, type FieldProps } from './use-field.tsx'

type Props<I extends FieldValues> = FieldProps<I> & { readonly currency: string; readonly large?: boolean }

/** An amount within a form; its value is text in the branch's number format. */
export function FormMoney<I extends FieldValues>(props: Props<I>) {
  const { inputWrapperOrder: _, ...field } = useField(props)
  return <MoneyInput {...field} currency={props.currency} large={props.large ?? false} />
}
