import { FormProvider } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { BranchRow } from '../../../shared/contract/bank-branches.ts'
import { useCall } from '../../calls/use-call.ts'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'
import { useProposal } from '../../components/form/use-proposal.ts'
import { BranchNames, NAME_FIELDS, namesSchema } from './branch-names.tsx'

type Props = { readonly branch: BranchRow; readonly onDone: (message: string | null) => void }

/** Proposes another name, code or address of a branch. */
export function ChangeNames({ branch, onDone }: Props) {
  const { t } = useTranslation('branches')
  const { run, busy, failure } = useCall('branches.proposeChange')
  const words = { propose: t('bank.propose'), proposed: t('bank.proposed') }
  const { key, end, submitBy } = useProposal(words, busy, onDone)
  const { name, code, address } = branch
  const form = useContractForm(namesSchema, { name, code, address: address ?? '' })
  const save = form.handleSubmit(async (names) => {
    const answer = await run({ key, branchId: branch.id, ...names })
    if (answer?.ok === false) showFailure(form, answer.error, NAME_FIELDS)
    end(answer)
  })
  return (
    <PanelForm
      title={t('bank.changeTitle')}
      submit={submitBy(() => void save())}
      leave={{ label: t('bank.cancel'), run: () => onDone(null), unavailable: busy }}
      failure={failure}
    >
      <p>{t('bank.changeText')}</p>
      <FormProvider {...form}>
        <BranchNames />
      </FormProvider>
    </PanelForm>
  )
}
