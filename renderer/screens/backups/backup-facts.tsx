import { useTranslation } from 'react-i18next'
import type { BackupView } from '../../../shared/contract/backups.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { Fact } from '../../components/fact.tsx'
import { sizeText } from './size.ts'
import { classes } from '../../theme/classes.ts'
import facts from '../../components/facts.module.css'

/** The newest second that is safe, the newest full backup, and what they rest on. */
export function BackupFacts({ view }: { readonly view: BackupView }) {
  const { t } = useTranslation('backups')
  const { time, exactTime } = useBranchTime()
  const { sealedAt, shippedAt, lastFull, lastDifferential, wordsCheckedAt } = view
  const moment = (at: string | null) => (at === null ? t('never') : exactTime(at))
  const taken = (one: BackupView['lastFull']) =>
    one === null ? t('never') : t('fullOf', { when: time(one.at), size: sizeText(one.bytes) })
  return (
    <dl className={classes(facts.facts, facts.wide)}>
      <Fact label={t('sealed')}>{moment(sealedAt)}</Fact>
      <Fact label={t('shipped')}>{moment(shippedAt)}</Fact>
      <Fact label={t('lastFull')}>{taken(lastFull)}</Fact>
      {lastDifferential !== null && <Fact label={t('lastDifferential')}>{taken(lastDifferential)}</Fact>}
      <Fact label={t('wordsChecked')}>{wordsCheckedAt === null ? t('never') : time(wordsCheckedAt)}</Fact>
    </dl>
  )
}
