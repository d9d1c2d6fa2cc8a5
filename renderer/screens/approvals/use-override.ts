import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { ApprovalView } from '../../../shared/contract/approvals.ts'
import { useCall } from '../../calls/use-call.ts'
import { useSession } from '../../calls/use-session.ts'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { announce } from '../../feedback/announce.ts'

const schema = z.object({
  username: z.string().min(1),
  password: z.string().min(1),
  code: z.string(),
  reason: z.string(),
})

/** The decision of somebody who stands beside: approves exactly what is shown, or declines with a reason. */
export function useOverride(view: ApprovalView, onDecided?: () => void) {
  const { t } = useTranslation('approvals')
  const { serverConnected } = useSession()
  const { run, busy, failure } = useCall('approvals.decideBeside')
  const form = useContractForm(schema, {
    username: view.deciders[0]?.username ?? '',
    password: '',
    code: '',
    reason: '',
  })
  const declines = useWatch({ control: form.control, name: 'reason' }).trim() !== ''
  const chosen = useWatch({ control: form.control, name: 'username' })
  const givesCode = view.deciders.some((decider) => decider.username === chosen && decider.givesCode)
  const save = form.handleSubmit(async ({ username, password, code: typed, reason }) => {
    const code = givesCode ? typed : null
    const given = reason.trim() === '' ? null : reason
    const answer = await run({
      approvalId: view.id,
      hash: view.hash,
      username,
      password,
      code,
      reason: given,
    })
    form.resetField('password')
    form.resetField('code')
    if (answer?.ok !== true) return form.setFocus('password')
    announce(t(`status.${answer.value.status}`))
    onDecided?.()
  })
  const submit = {
    label: t(declines ? 'decline' : 'approve'),
    run: () => void save(),
    busy,
    unavailable: !serverConnected,
    danger: declines,
  }
  return { control: form.control, declines, givesCode, submit, failure }
}
