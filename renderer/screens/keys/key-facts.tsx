import { useTranslation } from 'react-i18next'
import type { KeyState } from '../../../shared/contract/keys.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { Fact } from '../../components/fact.tsx'
import { Note } from '../../components/failure-note.tsx'
import facts from '../../components/facts.module.css'

/** Which key is in use, what is under it, and for whom something has to be done. */
export function KeyFacts({ state }: { readonly state: KeyState }) {
  const { t } = useTranslation('keys')
  const { time } = useBranchTime()
  const { generation, since, madeBy, files, left, unreadable, leftOut } = state
  const when = time(since)
  const done = files - left - unreadable
  return (
    <>
      <dl className={facts.facts}>
        <Fact label={t('inUse')}>{t('number', { generation })}</Fact>
        <Fact label={t('since')}>{madeBy === null ? when : t('by', { when, name: madeBy })}</Fact>
        <Fact label={t('files')}>{t('filesOf', { done, files })}</Fact>
      </dl>
      <p>{t('hint')}</p>
      {unreadable > 0 && <Note tone="warn">{t('unreadable', { count: unreadable })}</Note>}
      {leftOut.length > 0 && <Note tone="warn">{t('leftOut', { names: leftOut.join(', ') })}</Note>}
    </>
  )
}
