import { useTranslation } from 'react-i18next'
import type { ApprovalView } from '../../../shared/contract/approvals.ts'
import { exceededLimit } from '../../../shared/contract/postings.ts'
import { Note } from '../../components/failure-note.tsx'
import { Outcome } from '../approvals/outcome.tsx'
import { movesCash, type SlipKind } from './slip-kinds.ts'

type Props = { readonly approval: ApprovalView | undefined; readonly kind: SlipKind }

/** That it waits, for whom and since what limit, and what that means for the cash; or why it was not posted. */
export function AwaitedState({ approval, kind }: Props) {
  const { t } = useTranslation(['postings', 'approvals'])
  if (approval !== undefined && approval.status !== 'PENDING' && approval.status !== 'APPROVED')
    return (
      <>
        <Outcome view={approval} />
        {approval.reason !== null && <Note tone="info">{approval.reason}</Note>}
      </>
    )
  const exceeded = exceededLimit.safeParse(approval?.facts['exceeded'])
  const names = approval?.deciders.map(({ fullName }) => fullName) ?? []
  return (
    <Note tone="warn">
      <p>
        <b>{t('postings:awaited.waits')}</b>
      </p>
      {exceeded.success && <p>{t(`postings:exceeded.${exceeded.data}`)}</p>}
      {names.length > 0 && <p>{t('postings:awaited.deciders', { names: names.join(', ') })}</p>}
      {movesCash(kind) && <p>{t(`postings:awaited.${kind === 'withdrawal' ? 'noCashOut' : 'noCashIn'}`)}</p>}
    </Note>
  )
}
