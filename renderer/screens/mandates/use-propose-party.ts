import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { CallInput } from '../../../shared/contract.ts'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import { amountText, isoDate } from '../../../shared/contract/fields.ts'
import { power, type PartyView } from '../../../shared/contract/mandates.ts'
import { fromLedger, toDecimal } from '../../../shared/money.ts'
import { useCall } from '../../calls/use-call.ts'
import { useSession } from '../../calls/use-session.ts'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'
import { readTypedPositive, showMoney } from '../../i18n/amounts.ts'
import { findParty } from './find-party.ts'
import { accountChoices, currencyOf, mayBeTogether, powersOf } from './party-choices.ts'

const schema = z.object({
  who: z.string().max(100),
  power,
  account: z.string(),
  signs: z.enum(['alone', 'together']),
  perPosting: amountText,
  share: z.string().regex(/^$|^\d{1,3}(\.\d{1,2})?$/),
  validFrom: isoDate,
  validUntil: isoDate.or(z.literal('')),
})
type Typed = z.output<typeof schema>

const FIELD_OF = {
  PARTY_DATES: 'validFrom',
  PARTY_KNOWN: 'who',
  PARTY_NOT_IDENTIFIED: 'who',
  PARTY_NOT_POSSIBLE: 'power',
  PARTY_TOO_YOUNG: 'who',
  AMOUNT_NOT_A_NUMBER: 'perPosting',
  AMOUNT_NEGATIVE: 'perPosting',
  AMOUNT_TOO_PRECISE: 'perPosting',
  AMOUNT_TOO_LARGE: 'perPosting',
  AMOUNT_ZERO: 'perPosting',
} as const

/** What the form begins with: the power that is changed, or the first that fits the customer. */
function blank(customer: CustomerView, replaces: PartyView | null, today: string): Typed {
  const first = replaces?.power ?? powersOf(customer)[0] ?? 'MANDATE'
  const { perPosting = null, currency = null } = replaces ?? {}
  return {
    who: replaces?.partyNumber ?? '',
    power: first,
    account: replaces?.accountId ?? accountChoices(customer, first, '')[0]?.value ?? '',
    signs: replaces?.together === true ? 'together' : 'alone',
    perPosting: perPosting === null || currency === null ? '' : showMoney(fromLedger(perPosting, currency)),
    share: replaces?.share ?? '',
    validFrom: today,
    validUntil: replaces?.validUntil ?? '',
  }
}

/** Proposes a power under one key for the whole form: sent twice, it is proposed once. */
export function useProposeParty(
  customer: CustomerView,
  replaces: PartyView | null,
  today: string,
  onDone: (message: string) => void,
) {
  const { t } = useTranslation('mandates')
  const { serverConnected } = useSession()
  const propose = useCall('mandates.propose')
  const [key] = useState(() => crypto.randomUUID())
  const [beside, setBeside] = useState(false)
  const form = useContractForm(schema, blank(customer, replaces, today))
  const save = form.handleSubmit(async (typed) => {
    setBeside(false)
    const party = replaces?.partyId ?? (await findParty(typed.who))?.id
    if (party === undefined) return form.setError('who', { message: t('form.whoUnknown') })
    const limit = limitOf(typed, currencyOf(customer, typed.account))
    if (!limit.ok) return setBeside(showFailure(form, limit.error, FIELD_OF))
    const input = { key, customerId: customer.id, partyId: party, replaces: replaces?.id ?? null }
    const answer = await propose.run({ ...input, ...limit.value, ...termsOf(typed, replaces) })
    if (answer === null) return
    if (answer.ok) onDone(t('form.proposed'))
    else setBeside(showFailure(form, answer.error, FIELD_OF))
  })
  const submit = {
    label: t('form.propose'),
    run: () => void save(),
    busy: propose.busy,
    unavailable: !serverConnected,
  }
  return { form, submit, failure: beside ? null : propose.failure }
}
export type PartyFormModel = ReturnType<typeof useProposeParty>['form']

/** The limit of a mandate, or none. */
function limitOf({ power: as, perPosting }: Typed, currency: string) {
  if (as !== 'MANDATE' || perPosting === '')
    return { ok: true, value: { perPosting: null, currency: null } } as const
  const read = readTypedPositive(perPosting, currency)
  return read.ok ? ({ ok: true, value: { perPosting: toDecimal(read.value), currency } } as const) : read
}

/** The rest of what is proposed, as the call takes it. */
function termsOf(typed: Typed, replaces: PartyView | null) {
  const { power: as, account, signs, share, validFrom, validUntil } = typed
  const isOfAccount = replaces === null && accountIsAsked(as) && account !== 'EVERY' && account !== ''
  return {
    power: as,
    accountId: isOfAccount ? account : null,
    together: mayBeTogether(as) && signs === 'together',
    share: as === 'OWNER' && share !== '' ? share : null,
    validFrom,
    validUntil: validUntil === '' ? null : validUntil,
  } satisfies Partial<CallInput<'mandates.propose'>>
}

const accountIsAsked = (as: Typed['power']): boolean => as !== 'GUARDIAN' && as !== 'OWNER'
