import { SegmentedControl } from '@mantine/core'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { BusyButton } from '../../components/busy-button.tsx'
import { PageHeader } from '../../components/page-header.tsx'

export type View = 'staff' | 'permissions' | 'codes'

type Props = {
  readonly view: View
  readonly onView: (view: View) => void
  readonly onNew: () => void
  /** The button for a new user: the focus returns to it. */
  readonly ref: Ref<HTMLButtonElement>
}

/** Staff, permissions or who needs a second factor, and the button for a new user. */
export function UsersHeader({ view, onView, onNew, ref }: Props) {
  const { t } = useTranslation('users')
  return (
    <PageHeader title={t('title')}>
      <SegmentedControl
        aria-label={t('views')}
        value={view}
        onChange={(next) => onView(next === 'permissions' || next === 'codes' ? next : 'staff')}
        data={[
          { value: 'staff', label: t('staff') },
          { value: 'permissions', label: t('permissions') },
          { value: 'codes', label: t('codeRoles.title') },
        ]}
      />
      <BusyButton keys="Ctrl+N" ref={ref} onClick={onNew}>
        {t('create.start')}
      </BusyButton>
    </PageHeader>
  )
}
