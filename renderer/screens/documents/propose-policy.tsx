import { useTranslation } from 'react-i18next'
import type { ListedKycPolicy } from '../../../shared/contract/kyc.ts'
import { EXPIRED_BLOCKS } from '../../../shared/rules/kyc.ts'
import { TYPES_FOR } from '../../../shared/rules/documents.ts'
import { useCall } from '../../calls/use-call.ts'
import { FormCheckbox } from '../../components/form/form-checkbox.tsx'
import { FormDate } from '../../components/form/form-date.tsx'
import { FormSelect } from '../../components/form/form-select.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { useProposal } from '../../components/form/use-proposal.ts'
import { fieldsOf, policyOf, policySchema } from './policy-form.ts'
import styles from './review.module.css'

type Props = {
  readonly policy: ListedKycPolicy
  readonly today: string
  /** `message` says what was done. */
  readonly onClose: (message?: string) => void
}

/** Proposes another policy after the one that is chosen; a second person approves it. */
export function ProposePolicy({ policy, today, onClose }: Props) {
  const { t } = useTranslation(['kyc', 'documents'])
  const propose = useCall('documents.proposePolicy')
  const words = { propose: t('policies.propose'), proposed: t('policies.proposed') }
  const { key, end, submitBy } = useProposal(words, propose.busy, onClose)
  const { control, handleSubmit } = useContractForm(policySchema, fieldsOf(policy, today))
  const save = handleSubmit(async (typed) => {
    const input = { key, policy: policyOf(policy.risk, typed), validFrom: typed.validFrom }
    end(await propose.run(input))
  })
  const { proposedBy, decidedBy } = policy
  const boxes = (label: string, types: readonly (typeof TYPES_FOR)[keyof typeof TYPES_FOR][number][]) => (
    <fieldset className={styles.asked}>
      <legend>{label}</legend>
      {types.map((type) => (
        <FormCheckbox key={type} control={control} name={type} label={t(`documents:type.${type}`)} />
      ))}
    </fieldset>
  )
  return (
    <PanelForm
      title={`${t('policies.risk')}: ${t(`risks.${policy.risk}`)}`}
      submit={submitBy(() => void save())}
      leave={{ label: t('policies.cancel'), run: () => onClose(), unavailable: propose.busy }}
      failure={propose.failure}
    >
      {proposedBy !== null && decidedBy !== null && (
        <p>{t('policies.agreedByTwo', { proposer: proposedBy, decider: decidedBy })}</p>
      )}
      <p>{t('policies.ask')}</p>
      {boxes(t('policies.identityTypes'), TYPES_FOR.identity)}
      <FormText control={control} name="identities" label={t('policies.identities')} startHere />
      <FormText
        control={control}
        name="countries"
        label={t('policies.countries')}
        description={t('policies.countriesHint')}
      />
      {boxes(t('policies.addressTypes'), TYPES_FOR.address)}
      <FormText control={control} name="addresses" label={t('policies.addresses')} />
      <FormText control={control} name="addressDays" label={t('policies.addressDays')} />
      <FormText control={control} name="extracts" label={t('policies.extracts')} />
      <FormText control={control} name="extractDays" label={t('policies.extractDays')} />
      <FormSelect
        control={control}
        name="expiredBlocks"
        label={t('policies.expiredBlocks')}
        options={EXPIRED_BLOCKS.map((value) => ({ value, label: t(`blocks.${value}`) }))}
      />
      <FormText control={control} name="reviewYears" label={t('policies.reviewYears')} />
      <FormDate control={control} name="validFrom" label={t('policies.validFrom')} />
    </PanelForm>
  )
}
