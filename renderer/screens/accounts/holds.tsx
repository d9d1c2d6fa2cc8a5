import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import type { HoldView } from '../../../shared/contract/hold-views.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { ChangedAccount } from './changed-account.tsx'
import { HoldRelease } from './hold-release.tsx'
import { HoldsTable } from './holds-table.tsx'
import { PlaceHold } from './place-hold.tsx'
import confirm from '../../components/confirm.module.css'

type Props = {
  readonly account: AccountView
  /** With what was done, or null when nothing was. */
  readonly onClose: (message: string | null) => void
}

/** What is held of an account and why; another hold is placed here, and a supervisor releases one. */
export function Holds({ account, onClose }: Props) {
  const { t } = useTranslation('accounts')
  const [releasing, release] = useState<HoldView | null>(null)
  const { answer } = useQueryCall('accounts.listHolds', { accountId: account.id }, { keep: true })
  return (
    <section className={confirm.question} aria-label={t('holds.title')}>
      <ChangedAccount account={account} />
      <AnswerNote answer={answer} />
      {answer.state === 'known' && <HoldsTable holds={answer.value.holds} onRelease={release} />}
      {releasing === null ? (
        <PlaceHold account={account} onClose={onClose} />
      ) : (
        <HoldRelease key={releasing.id} hold={releasing} onBack={() => release(null)} onClose={onClose} />
      )}
    </section>
  )
}
