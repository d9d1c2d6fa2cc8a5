import { Select } from '@mantine/core'
import { isOption, rankOptions } from '../../components/rank-options.ts'

type Option = { readonly value: string; readonly label: string }

type Props = {
  readonly label: string
  /** What an empty field stands for. */
  readonly placeholder: string
  readonly options: readonly Option[]
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}

/** One of many, in the order of their labels; an empty field is no filter. */
export function SelectFilter({ label, placeholder, options, value, onChange }: Props) {
  return (
    <Select
      searchable
      filter={({ options: offered, search }) => rankOptions(offered.filter(isOption), search)}
      clearable
      label={label}
      placeholder={placeholder}
      data={options.toSorted((a, b) => a.label.localeCompare(b.label))}
      value={value}
      onChange={onChange}
      maxDropdownHeight={280}
      comboboxProps={{ transitionProps: { duration: 0 } }}
    />
  )
}
