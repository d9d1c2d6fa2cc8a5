import { Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserRow } from '../../../shared/contract/users.ts'
import { useCall } from '../../calls/use-call.ts'
import { DayFilter } from '../../components/form/day-filter.tsx'
import { InlineForm } from '../../components/form/inline-form.tsx'
import { useProposal } from '../../components/form/use-proposal.ts'
import { useOtherBranches } from './use-other-branches.ts'

/** Proposes that somebody works at another branch, for good or to the end of a day. */
export function AssignBranch({ user, onDone }: { readonly user: UserRow; readonly onDone: () => void }) {
  const { t } = useTranslation('users')
  const { run, busy, failure } = useCall('users.proposeBranch')
  const branches = useOtherBranches(user)
  const [branchId, setBranchId] = useState<string | null>(null)
  const [until, setUntil] = useState<string | null>(null)
  const words = { propose: t('assignment.propose'), proposed: t('assignment.proposed') }
  const { key, end, submitBy } = useProposal(words, busy, onDone)
  const propose = async () => {
    if (branchId !== null) end(await run({ key, userId: user.id, branchId, until }))
  }
  const submit = submitBy(() => void propose())
  return (
    <InlineForm
      submit={{ ...submit, unavailable: submit.unavailable || branchId === null }}
      leave={{ label: t('cancel'), run: onDone, unavailable: busy }}
      failure={failure}
    >
      <p>{t('assignment.text', { name: user.fullName })}</p>
      <Select
        label={t('assignment.which')}
        placeholder={t('assignment.choose')}
        data={branches.map(({ id, name }) => ({ value: id, label: name }))}
        value={branchId}
        onChange={setBranchId}
        searchable
        autoFocus
      />
      <DayFilter label={t('assignment.until')} value={until} onChange={setUntil} />
      <p>{t('assignment.untilHint')}</p>
    </InlineForm>
  )
}
