import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { amountText, isoDate } from '../../../shared/contract/fields.ts'
import type { CashRules } from '../../../shared/contract/watch.ts'
import { fromLedger } from '../../../shared/money.ts'
import { useCall } from '../../calls/use-call.ts'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'
import { readAmounts, useProposal } from '../../components/form/use-proposal.ts'
import { showMoney } from '../../i18n/amounts.ts'

const whole = (least: number, most: number) =>
  z.string().refine((text) => /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most)

const schema = z.object({
  identifyAbove: amountText.min(1),
  reportAbove: amountText.min(1),
  windowDays: whole(1, 366),
  leastPostings: whole(2, 1000),
  sumShare: whole(1, 1000),
  validFrom: isoDate,
})

/** Proposes other rules of the same currency, under one key. */
export function useProposeRules(rules: CashRules, today: string, onDone: (message: string) => void) {
  const { t } = useTranslation('limits')
  const { currency } = rules
  const propose = useCall('watch.proposeRules')
  const words = { propose: t('send'), proposed: t('proposed') }
  const { key, end, submitBy } = useProposal(words, propose.busy, onDone)
  const shown = (text: string) => showMoney(fromLedger(text, currency))
  const form = useContractForm(schema, {
    identifyAbove: shown(rules.identifyAbove),
    reportAbove: shown(rules.reportAbove),
    windowDays: String(rules.windowDays),
    leastPostings: String(rules.leastPostings),
    sumShare: String(rules.sumShare),
    validFrom: today,
  })
  const save = form.handleSubmit(async (typed) => {
    const { identifyAbove, reportAbove } = typed
    const read = readAmounts(['identifyAbove', 'reportAbove'], { identifyAbove, reportAbove }, currency)
    if (!read.ok) {
      showFailure(form, read.error, { [read.error.code]: read.name })
      return
    }
    const answer = await propose.run({
      key,
      currency,
      ...read.amounts,
      windowDays: Number(typed.windowDays),
      leastPostings: Number(typed.leastPostings),
      sumShare: Number(typed.sumShare),
      validFrom: typed.validFrom,
    })
    end(answer)
  })
  return { control: form.control, submit: submitBy(() => void save()), failure: propose.failure }
}
