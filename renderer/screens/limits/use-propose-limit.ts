import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { amountText, isoDate } from '../../../shared/contract/fields.ts'
import type { PostingLimit } from '../../../shared/contract/limits.ts'
import { fromLedger } from '../../../shared/money.ts'
import { useCall } from '../../calls/use-call.ts'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'
import { readAmounts, useProposal } from '../../components/form/use-proposal.ts'
import { showMoney } from '../../i18n/amounts.ts'

const AMOUNTS = ['perPosting', 'perPersonDay', 'perAccountDay'] as const

const schema = z.object({
  perPosting: amountText.min(1),
  perPersonDay: amountText.min(1),
  perAccountDay: amountText,
  validFrom: isoDate,
  validUntil: isoDate.or(z.literal('')),
})

/** Proposes other amounts for the same role, type and currency, under one key. */
export function useProposeLimit(limit: PostingLimit, today: string, onDone: (message: string) => void) {
  const { t } = useTranslation('limits')
  const { role, transactionType, currency } = limit
  const propose = useCall('limits.propose')
  const words = { propose: t('send'), proposed: t('proposed') }
  const { key, end, submitBy } = useProposal(words, propose.busy, onDone)
  const shown = (text: string) => showMoney(fromLedger(text, currency))
  const form = useContractForm(schema, {
    perPosting: shown(limit.perPosting),
    perPersonDay: shown(limit.perPersonDay),
    perAccountDay: limit.perAccountDay === null ? '' : shown(limit.perAccountDay),
    validFrom: today,
    validUntil: '',
  })
  const save = form.handleSubmit(async (typed) => {
    const { perPosting, perPersonDay, perAccountDay, validFrom, validUntil } = typed
    const read = readAmounts(
      AMOUNTS.filter((name) => limit[name] !== null),
      { perPosting, perPersonDay, perAccountDay },
      currency,
    )
    if (!read.ok) {
      showFailure(form, read.error, { [read.error.code]: read.name })
      return
    }
    const dates = { validFrom, validUntil: validUntil === '' ? null : validUntil }
    const amounts = { ...read.amounts, perAccountDay: limit.perAccountDay && read.amounts.perAccountDay }
    end(await propose.run({ key, role, transactionType, currency, ...amounts, ...dates }))
  })
  return { control: form.control, submit: submitBy(() => void save()), failure: propose.failure }
}
