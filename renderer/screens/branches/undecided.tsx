import { useTranslation } from 'react-i18next'
import { useGo } from '../../app/navigate.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { Note } from '../../components/failure-note.tsx'
import buttons from '../../components/buttons.module.css'

/** Proposals that the closing of the open day would end, and the way to where they are decided. */
export function Undecided({ businessDate }: { readonly businessDate: string }) {
  const { t } = useTranslation('branches')
  const go = useGo()
  const { answer } = useQueryCall('branches.readProof', { businessDate }, { keep: true, every: 10_000 })
  if (answer.state !== 'known' || answer.value.state !== 'OPEN' || answer.value.lapsing === 0) return null
  return (
    <Note tone="warn">
      <p>{t('proof.lapsing', { count: answer.value.lapsing })}</p>
      <button type="button" className={buttons.link} onClick={() => go('/approvals')}>
        {t('close.decide')}
      </button>
    </Note>
  )
}
