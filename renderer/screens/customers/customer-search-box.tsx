import { TextInput, type TextInputProps } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { KeyboardEvent, Ref } from 'react'
import { useWhenReady } from '../../keyboard/use-when-ready.ts'

type InputProps = Pick<
  TextInputProps,
  'autoFocus' | 'className' | 'dir' | 'placeholder' | 'rightSection' | 'rightSectionWidth' | 'type'
>

type Props = InputProps & {
  readonly ref: Ref<HTMLInputElement>
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  /** The list is that of what is typed now. */
  readonly settled: boolean
  /** Opens the only one that was found; null if there are none or several. */
  readonly openOnly: (() => void) | null
  readonly focusList: () => void
}

/**
 * The field that finds a customer. Arrow down goes to the list. Enter opens the only one that was found, or goes to the
 * list; it waits for the list of what is typed, so that it never opens a customer who matched only part of the text.
 */
export function CustomerSearchBox({ label, onChange, settled, openOnly, focusList, ...field }: Props) {
  const { press } = useWhenReady(settled, openOnly ?? focusList)
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' && event.key !== 'ArrowDown') return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    if (event.key === 'Enter') press()
    else focusList()
  }
  return (
    <TextInput
      {...field}
      aria-label={label}
      leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      onKeyDown={onKeyDown}
      autoComplete="off"
      spellCheck={false}
    />
  )
}
