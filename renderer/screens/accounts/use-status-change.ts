import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { text } from '../../../shared/contract/fields.ts'
import { useCall } from '../../calls/use-call.ts'
import { useSession } from '../../calls/use-session.ts'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { announce } from '../../feedback/announce.ts'

export type StatusChange = 'freeze' | 'unfreeze' | 'close'
/** What can be changed of an account on a customer's page. */
export type Change = StatusChange | 'limit' | 'holds' | 'reactivate'

const CALLS = { freeze: 'accounts.freeze', unfreeze: 'accounts.unfreeze', close: 'accounts.close' } as const
const DONE = { freeze: 'frozen', unfreeze: 'unfrozen', close: 'closed' } as const
const schema = z.object({ reason: text(500) })

/** Changes the status of an account for a reason; `onDone` gets the sentence that says so. */
export function useStatusChange(
  account: AccountView,
  change: StatusChange,
  onDone: (message: string) => void,
) {
  const { t } = useTranslation('accounts')
  const { serverConnected } = useSession()
  const command = useCall(CALLS[change])
  const form = useContractForm(schema, { reason: '' })
  const save = form.handleSubmit(async ({ reason }) => {
    const answer = await command.run({ accountId: account.id, reason })
    if (answer?.ok !== true) return
    const done = t(DONE[change], { number: formatAccountNumber(account.accountNumber) })
    announce(done)
    onDone(done)
  })
  const submit = {
    label: t(change),
    run: () => void save(),
    busy: command.busy,
    unavailable: !serverConnected,
    danger: change !== 'unfreeze',
  }
  return { control: form.control, submit, failure: command.failure }
}
