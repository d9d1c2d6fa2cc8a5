import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { KeyboardEvent, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserRow } from '../../../shared/contract/users.ts'
import { statesIn, type StaffFilter, type UserState } from './user-state.ts'
import chips from '../../components/chips.module.css'
import styles from './staff-filter.module.css'

type Props = {
  readonly filter: StaffFilter
  readonly onChange: (filter: StaffFilter) => void
  /** The whole staff: each state is offered with how many are in it. */
  readonly users: readonly UserRow[]
  readonly field: Ref<HTMLInputElement>
  readonly focusList: () => void
}

/** Finds people by what is typed, and narrows the list to one state. Arrow down or Enter goes to the list. */
export function StaffFilterBar({ filter, onChange, users, field, focusList }: Props) {
  const { t } = useTranslation('users')
  const states = [{ state: null, count: users.length }, ...statesIn(users)]
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
    event.preventDefault()
    focusList()
  }
  return (
    <search className={styles.filters} aria-label={t('find')}>
      <TextInput
        ref={field}
        type="search"
        aria-label={t('find')}
        placeholder={t('findPlaceholder')}
        leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
        value={filter.text}
        onChange={({ currentTarget }) => onChange({ ...filter, text: currentTarget.value })}
        onKeyDown={onKeyDown}
        autoComplete="off"
        spellCheck={false}
      />
      {states.map(({ state, count }) => (
        <StateChip
          key={state ?? 'all'}
          state={state}
          count={count}
          chosen={filter.state === state}
          onChoose={() => onChange({ ...filter, state })}
        />
      ))}
    </search>
  )
}

type ChipProps = {
  readonly state: UserState | null
  readonly count: number
  readonly chosen: boolean
  readonly onChoose: () => void
}

function StateChip({ state, count, chosen, onChoose }: ChipProps) {
  const { t } = useTranslation('users')
  return (
    <button type="button" className={chips.chip} aria-pressed={chosen} onClick={onChoose}>
      {t(`filter.${state ?? 'ALL'}`)}
      <span>{count}</span>
    </button>
  )
}
