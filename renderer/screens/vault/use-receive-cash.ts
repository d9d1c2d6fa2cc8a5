import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { parsePositive } from '../../../shared/money.ts'
import type { PostingCommand } from '../../calls/use-posting-command.ts'
import { useSession } from '../../calls/use-session.ts'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { messageForCode } from '../../feedback/messages.ts'
import { useKeys } from '../../keyboard/use-keys.ts'

const schemaFor = (currency: string) =>
  z.object({
    amount: z.string().superRefine((text, context) => {
      const amount = parsePositive(text, currency)
      if (amount.ok) return
      const code = text === '' ? 'AMOUNT_ZERO' : amount.error.code
      context.addIssue({ code: 'custom', message: messageForCode(code, amount.error.details) })
    }),
    description: z.string().trim().min(1).max(200),
  })

/** The form of cash received, checked in the branch's currency. Ctrl+Enter posts, Escape goes back. */
export function useReceiveCash(posting: PostingCommand<'vault.receiveCash'>, onBack: () => void) {
  const { t } = useTranslation('vault')
  const { branch, serverConnected } = useSession()
  const currency = branch?.currency ?? 'USD'
  const form = useContractForm(schemaFor(currency), { amount: '', description: '' })
  const unavailable = !serverConnected || branch?.dayOpen !== true
  const post = () => void form.handleSubmit((values) => !unavailable && posting.post(values))()
  useKeys({
    'Ctrl+Enter': { label: t('post'), run: post, disabled: unavailable || posting.frozen },
    Escape: { label: t('back'), run: onBack, disabled: posting.frozen, quiet: true },
  })
  return { control: form.control, currency, dayClosed: branch?.dayOpen === false, unavailable, post }
}

export type ReceivingCash = ReturnType<typeof useReceiveCash>
