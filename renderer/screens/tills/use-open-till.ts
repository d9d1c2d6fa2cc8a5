import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DEFAULT_CURRENCY } from '../../../shared/currencies.ts'
import type { CallOutput } from '../../../shared/contract.ts'
import { toDecimal } from '../../../shared/money.ts'
import type { Answer } from '../../calls/answer.ts'
import type { PostingCommand } from '../../calls/use-posting-command.ts'
import { useSession } from '../../calls/use-session.ts'
import type { SubmitAction } from '../../components/form/form-actions.ts'
import { messageForCode } from '../../feedback/messages.ts'
import { readTypedNotNegative } from '../../i18n/amounts.ts'

/** The till and its float before it is opened: which tills are free, which one is chosen, what is wrong with the float. */
export function useOpenTill(
  tills: Answer<CallOutput<'tills.list'>>,
  opening: PostingCommand<'tills.open'>,
  chosen: string | null,
) {
  const { t } = useTranslation('tills')
  const { branch, serverConnected } = useSession()
  const [float, setFloat] = useState('')
  const [tried, setTried] = useState(false)
  const list = tills.state === 'known' ? tills.value : null
  const free = list?.tills.filter(({ holder }) => holder === null) ?? []
  const till = list?.tills.find(({ id }) => id === chosen) ?? free[0]
  const currency = list?.currency ?? branch?.currency ?? DEFAULT_CURRENCY
  const amount = readTypedNotNegative(float, currency)
  const floatProblem = tried && !amount.ok ? messageForCode(amount.error.code, amount.error.details) : null
  const canPost = serverConnected && branch?.dayOpen === true
  const unavailable = !canPost || till?.holder !== null

  const open = () => {
    setTried(true)
    if (amount.ok && !unavailable && till !== undefined)
      opening.post({ tillId: till.id, float: toDecimal(amount.value) })
  }
  const submit: SubmitAction = {
    label: t('open.action'),
    run: open,
    waiting: canPost && tills.state === 'loading',
    busy: opening.phase === 'sending',
    unavailable,
    keyDisabled: unavailable || opening.frozen,
  }
  const noneFree = list !== null && list.tills.length > 0 && free.length === 0
  return { free, till, noneFree, currency, float, setFloat, floatProblem, submit }
}

export type OpeningTill = ReturnType<typeof useOpenTill>
