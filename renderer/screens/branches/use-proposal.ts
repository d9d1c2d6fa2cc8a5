import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { text } from '../../../shared/contract/fields.ts'
import { useCall } from '../../calls/use-call.ts'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { announce } from '../../feedback/announce.ts'

const schema = z.object({ reason: text(200) })

/** Proposes to withdraw a day, with the reason that the second person reads. */
export function useProposal(businessDate: string, onDone: () => void) {
  const { t } = useTranslation('branches')
  const { run, busy, failure } = useCall('branches.proposeWithdrawal')
  const form = useContractForm(schema, { reason: '' })
  const propose = form.handleSubmit(async ({ reason }) => {
    const answer = await run({ businessDate, reason })
    if (answer?.ok !== true) return
    announce(t('withdraw.proposed'))
    onDone()
  })
  useEffect(() => form.setFocus('reason'), [form])
  return { form, busy, failure, propose: () => void propose() }
}
