import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { text } from '../../../shared/contract/fields.ts'
import { announce } from '../../feedback/announce.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { useCall } from '../../calls/use-call.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { useSession } from '../../calls/use-session.ts'
import { formatAccountNumber } from '../../../shared/check-digit.ts'

export type Change = 'freeze' | 'unfreeze' | 'close'

const CALLS = { freeze: 'accounts.freeze', unfreeze: 'accounts.unfreeze', close: 'accounts.close' } as const
const QUESTIONS = { freeze: 'freezeAsk', unfreeze: 'unfreezeAsk', close: 'closeAsk' } as const
const DONE = { freeze: 'frozen', unfreeze: 'unfrozen', close: 'closed' } as const
const schema = z.object({ reason: text(500) })

type Props = {
  readonly account: AccountView
  readonly change: Change
  /** With what was done, or null when nothing was. */
  readonly onClose: (message: string | null) => void
}

/** Says what will happen, asks for the reason that the audit keeps, and does it: all where the button was. */
export function StatusChange({ account, change, onClose }: Props) {
  const { t } = useTranslation('accounts')
  const { serverConnected } = useSession()
  const command = useCall(CALLS[change])
  const form = useContractForm(schema, { reason: '' })
  const save = form.handleSubmit(async ({ reason }) => {
    const answer = await command.run({ accountId: account.id, reason })
    if (answer?.ok !== true) return
    const done = t(DONE[change], { number: formatAccountNumber(account.accountNumber) })
    announce(done)
    onClose(done)
  })
  useKeys({
    Escape: { label: t('cancel'), run: () => onClose(null), quiet: true },
    'Ctrl+Enter': { label: t(change), run: () => void save(), disabled: command.busy || !serverConnected },
  })
  return (
    <form className="confirm" onSubmit={(event) => void save(event)} noValidate aria-label={t(change)}>
      <p>{t(QUESTIONS[change])}</p>
      <FormText control={form.control} name="reason" label={t('reason')} startHere maxLength={500} />
      <FailureNote failure={command.failure} />
      <div className="row">
        <BusyButton variant="default" unavailable={command.busy} onClick={() => onClose(null)}>
          {t('cancel')}
        </BusyButton>
        <BusyButton
          type="submit"
          keys="Ctrl+Enter"
          busy={command.busy}
          unavailable={!serverConnected}
          {...(change === 'unfreeze' ? {} : { className: 'danger' })}
        >
          {t(change)}
        </BusyButton>
      </div>
    </form>
  )
}
