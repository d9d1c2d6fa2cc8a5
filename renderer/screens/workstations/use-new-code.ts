import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { text } from '../../../shared/contract/fields.ts'
import { makeCode } from '../../../shared/rules/enrolment-code.ts'
import { useCall } from '../../calls/use-call.ts'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'
import { useProposal } from '../../components/form/use-proposal.ts'

const schema = z.object({ computer: text(100), hours: z.string(), branchId: z.string() })

/** The choice of the own branch. */
export const OWN = 'own'

/** What was proposed, to be shown once. */
export type MadeCode = { readonly code: string; readonly computer: string; readonly hours: number }

/** Proposes a code for one computer, under one key: made once, so that what is sent twice is proposed once. */
export function useNewCode(onMade: (made: MadeCode) => void) {
  const { t } = useTranslation('workstations')
  const propose = useCall('workstations.proposeCode')
  const [code] = useState(() => makeCode((bytes) => crypto.getRandomValues(bytes)))
  const words = { propose: t('propose'), proposed: t('proposed') }
  const { key, end, submitBy } = useProposal(words, propose.busy, () => {})
  const form = useContractForm(schema, { computer: '', hours: '8', branchId: OWN })
  const save = form.handleSubmit(async ({ computer, hours, branchId: chosen }) => {
    const branchId = chosen === OWN ? null : chosen
    const answer = await propose.run({ key, computer, hours: Number(hours), code, branchId })
    if (answer?.ok === false) showFailure(form, answer.error, { COMPUTER_TAKEN: 'computer' })
    end(answer)
    if (answer?.ok === true) onMade({ code, computer, hours: Number(hours) })
  })
  return { control: form.control, submit: submitBy(() => void save()), failure: propose.failure }
}
