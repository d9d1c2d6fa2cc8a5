import { useTranslation } from 'react-i18next'
import type { BranchRow } from '../../../shared/contract/bank-branches.ts'
import { useCall } from '../../calls/use-call.ts'
import { Confirm } from '../../components/confirm.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { useProposal } from '../../components/form/use-proposal.ts'
import typography from '../../theme/typography.module.css'

type Props = { readonly branch: BranchRow; readonly onProposed: (message: string) => void }

/** Proposes to close a branch for good; while something is left there, says what. */
export function CloseBranch({ branch, onProposed }: Props) {
  const { t } = useTranslation('branches')
  const { run, busy, failure } = useCall('branches.proposeClosing')
  const words = { propose: t('bank.close'), proposed: t('bank.proposed') }
  const { key, end } = useProposal(words, busy, onProposed)
  if (branch.left.length > 0)
    return (
      <Note tone="info">
        <p>{t('bank.leftTitle')}</p>
        <ul className={typography.bulleted}>
          {branch.left.map((each) => (
            <li key={each}>{t(`bank.left.${each}`)}</li>
          ))}
        </ul>
      </Note>
    )
  return (
    <>
      <Confirm
        danger
        label={t('bank.close')}
        question={t('bank.closeQuestion', { name: branch.name })}
        cancelLabel={t('bank.keep')}
        busy={busy}
        onConfirm={() => void run({ key, branchId: branch.id }).then(end)}
      />
      <FailureNote failure={failure} />
    </>
  )
}
