import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLeave } from '../../app/use-leave.ts'
import { mapAnswer } from '../../calls/answer.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { Column, Columns } from '../../components/columns.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { CodeRoles } from './code-roles.tsx'
import { FewPeople } from './few-people.tsx'
import { PermissionMatrix } from './permission-matrix.tsx'
import { StaffList } from './staff-list.tsx'
import { UserColumn } from './user-column.tsx'
import { UsersHeader, type View } from './users-header.tsx'

/** Somebody may be locked out, or sign in, while the list is open. */
const LOOK_AGAIN_MS = 15_000

/** The staff of the branch, and what each role may do. */
export function UsersScreen() {
  const { t } = useTranslation('users')
  const [view, setView] = useState<View>('staff')
  const [creating, setCreating] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const starter = useRef<HTMLButtonElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const { answer } = useQueryCall('users.list', {}, { every: LOOK_AGAIN_MS })
  const users = mapAnswer(answer, (list) => list.users)
  const { asked, byKey } = useLeave()
  const show = (next: View, withForm = false) => {
    setView(next)
    setCreating(withForm)
  }
  const startNew = () => show('staff', true)
  const askedFor = (next: View) => asked(next, () => show(next))
  /** The form had the focus and is gone, so the focus returns to the button. */
  const finish = () => {
    setCreating(false)
    starter.current?.focus()
  }
  const findInStaff = () => {
    show('staff')
    field.current?.select()
  }
  useKeys({
    F2: { label: t('find'), run: () => (creating ? byKey(findInStaff) : findInStaff()) },
    'Ctrl+N': { label: t('create.start'), run: () => byKey(startNew), active: creating },
    P: {
      label: t('permissions'),
      run: () => byKey(() => show('permissions')),
      active: view === 'permissions',
    },
  })
  const header = (
    <UsersHeader view={view} onView={askedFor} onNew={() => asked('new', startNew)} ref={starter} />
  )
  if (view === 'permissions')
    return (
      <Columns layout="single">
        <Column label={t('permissions')}>
          {header}
          <PermissionMatrix />
        </Column>
      </Columns>
    )
  if (view === 'codes' && answer.state === 'known')
    return (
      <Columns layout="single">
        <Column label={t('codeRoles.title')}>
          {header}
          <CodeRoles required={answer.value.codeRoles} onLeave={() => setView('staff')} />
        </Column>
      </Columns>
    )
  return (
    <Columns layout="list-detail">
      <StaffList
        users={users}
        header={
          <>
            {header}
            {answer.state === 'known' && <FewPeople {...answer.value} />}
          </>
        }
        field={field}
        selectedKey={creating ? null : chosen}
        onOpen={({ id }) =>
          asked(id, () => {
            setChosen(id)
            setCreating(false)
          })
        }
      />
      <UserColumn
        user={users.state === 'known' ? users.value.find(({ id }) => id === chosen) : undefined}
        creating={creating}
        secondPerson={answer.state === 'known' ? answer.value.secondPerson : undefined}
        others={answer.state === 'known' && answer.value.others}
        onCreated={finish}
      />
    </Columns>
  )
}
