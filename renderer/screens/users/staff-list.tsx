import { useRef, useState, type ReactNode, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserRow } from '../../../shared/contract/users.ts'
import { mapAnswer, type Answer } from '../../calls/answer.ts'
import { Column } from '../../components/columns.tsx'
import { StaffFilterBar } from './staff-filter.tsx'
import { StaffTable } from './staff-table.tsx'
import { matches, stateOf, type StaffFilter } from './user-state.ts'
import panel from '../../components/panel.module.css'

type Props = {
  readonly users: Answer<readonly UserRow[]>
  readonly header: ReactNode
  readonly field: RefObject<HTMLInputElement | null>
  readonly selectedKey: string | null
  readonly onOpen: (user: UserRow) => void
}

/** The staff, narrowed by what is typed and by state. */
export function StaffList({ users, header, field, ...selection }: Props) {
  const { t } = useTranslation('users')
  const [filter, setFilter] = useState<StaffFilter>({ text: '', state: null })
  const list = useRef<HTMLDivElement>(null)
  const shown = mapAnswer(users, (all) =>
    all.filter(
      (user) =>
        (filter.state === null || stateOf(user) === filter.state) &&
        matches(user, filter.text, (role) => t(`roleName.${role}`)),
    ),
  )
  return (
    <Column label={t('list')}>
      {header}
      <StaffFilterBar
        filter={filter}
        onChange={setFilter}
        users={users.state === 'known' ? users.value : []}
        field={field}
        focusList={() => list.current?.querySelector<HTMLElement>('tbody tr[tabindex="0"]')?.focus()}
      />
      <div className={panel.panel} ref={list}>
        <StaffTable users={shown} narrowed={filter.text !== '' || filter.state !== null} {...selection} />
      </div>
    </Column>
  )
}
