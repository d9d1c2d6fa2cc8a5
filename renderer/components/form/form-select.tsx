import { Select } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import type { FieldValues } from 'react-hook-form'
import { moveOnFrom } from '../../keyboard/enter-moves-on.ts'
import { isOption, rankOptions } from '../rank-options.ts'
import { useField, type FieldProps } from './use-field.tsx'

type Props<I extends FieldValues> = FieldProps<I> & {
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly searchable?: boolean
  /** An empty choice is null. */
  readonly clearable?: boolean
  readonly placeholder?: string
}

/**
 * Escape closes only the open list. Enter takes the marked option even if it was marked by the first
 * letter, because Mantine does not count it as chosen then, and goes on to the next field where Enter does that: the choice is there
 * before the field is left.
 */
function keysOfOpenList(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.currentTarget.getAttribute('aria-expanded') !== 'true') return
  if (event.key === 'Escape') event.stopPropagation()
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
  const list = document.getElementById(event.currentTarget.getAttribute('aria-controls') ?? '')
  const marked = list?.querySelector<HTMLElement>('[data-combobox-selected]')
  if (marked === null || marked === undefined) return
  event.preventDefault()
  flushSync(() => marked.click())
  moveOnFrom(event.currentTarget)
}

/** One option of many, chosen by typing or by arrow keys. */
export function FormSelect<I extends FieldValues>(props: Props<I>) {
  const { value, ...field } = useField(props)
  return (
    <Select
      {...field}
      data={[...props.options]}
      value={value === '' ? null : value}
      searchable={props.searchable ?? false}
      filter={({ options, search }) => rankOptions(options.filter(isOption), search)}
      clearable={props.clearable ?? false}
      allowDeselect={false}
      openOnFocus={false}
      selectFirstOptionOnChange
      onKeyDown={keysOfOpenList}
      maxDropdownHeight={280}
      comboboxProps={{ transitionProps: { duration: 0 } }}
      {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
    />
  )
}
