import { useMemo } from 'react'
import { FormProvider } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { contract } from '../../../shared/contract.ts'
import type { BranchRow } from '../../../shared/contract/bank-branches.ts'
import { isTimeZone } from '../../../shared/rules/time-zone.ts'
import { useCall } from '../../calls/use-call.ts'
import { FormSelect } from '../../components/form/form-select.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'
import { useProposal } from '../../components/form/use-proposal.ts'
import { BranchNames, NAME_FIELDS } from './branch-names.tsx'
import { branchSchema } from './setup-schema.ts'

/** The number of tills is typed as text; the contract wants a number. */
const schema = contract['branches.propose'].input
  .omit({ key: true, tills: true })
  .extend({ tills: branchSchema.shape.tills })

type Props = {
  /** The own branch, whose currency and rules the new one gets. */
  readonly like: BranchRow
  /** What is to be said of it; null where it was given up. */
  readonly onDone: (proposed: string | null) => void
}

/** A further branch of the bank, proposed here and approved by another administrator. */
export function NewBranch({ like, onDone }: Props) {
  const { t } = useTranslation('branches')
  const { form, submit, failure } = useNewBranch(like, onDone)
  const zones = useMemo(
    () =>
      [...new Set([like.timeZone, ...Intl.supportedValuesOf('timeZone'), 'UTC'])]
        .filter(isTimeZone)
        .map((zone) => ({ value: zone, label: zone })),
    [like.timeZone],
  )
  return (
    <PanelForm
      title={t('bank.newTitle')}
      submit={submit}
      leave={{ label: t('bank.cancel'), run: () => onDone(null), unavailable: submit.busy }}
      failure={failure}
    >
      <p>{t('bank.newText')}</p>
      <FormProvider {...form}>
        <BranchNames />
      </FormProvider>
      <FormSelect
        control={form.control}
        name="timeZone"
        label={t('bank.timeZone')}
        description={t('bank.timeZoneHint')}
        options={zones}
        searchable
      />
      <FormText control={form.control} name="tills" label={t('setup.tills')} maxLength={2} />
    </PanelForm>
  )
}

function useNewBranch(like: BranchRow, onProposed: (message: string) => void) {
  const { t } = useTranslation('branches')
  const { run, busy, failure } = useCall('branches.propose')
  const words = { propose: t('bank.propose'), proposed: t('bank.proposed') }
  const { key, end, submitBy } = useProposal(words, busy, onProposed)
  const first = { name: '', code: '', address: '', timeZone: like.timeZone, tills: '3' }
  const form = useContractForm(schema, first)
  const save = form.handleSubmit(async (typed) => {
    const answer = await run({ key, ...typed, tills: Number(typed.tills) })
    if (answer?.ok === false)
      showFailure(form, answer.error, { ...NAME_FIELDS, TIME_ZONE_UNKNOWN: 'timeZone' })
    end(answer)
  })
  return { form, submit: submitBy(() => void save()), failure }
}
