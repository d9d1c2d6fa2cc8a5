import { useTranslation } from 'react-i18next'
import type { TillRow } from '../../../shared/contract/tills.ts'
import type { Answer } from '../../calls/answer.ts'
import { useSession } from '../../calls/use-session.ts'
import { DateText } from '../../components/bidi.tsx'
import { Fact } from '../../components/fact.tsx'
import { StatusBadge } from '../../components/status-badge.tsx'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import facts from '../../components/facts.module.css'
import styles from './day-state.module.css'

/** The business date, whether the day is open, and how many tills are. */
export function DayState({ tills }: { readonly tills: Answer<readonly TillRow[]> }) {
  const { t } = useTranslation(['branches', 'components'])
  const { branch } = useSession()
  const date = branch?.businessDate ?? null
  const isOpen = branch?.dayOpen === true
  return (
    <div className={classes(layout.padded, styles.state)}>
      <dl className={facts.facts}>
        <div>
          <dt>{t('date')}</dt>
          <dd className={styles.date}>{date === null ? t('never') : <DateText value={date} />}</dd>
        </div>
        <Fact label={t('state')}>
          <StatusBadge tone={isOpen ? 'ok' : 'neutral'}>{isOpen ? t('open') : t('closed')}</StatusBadge>
        </Fact>
        <Fact label={t('tills')}>
          {tills.state === 'unknown' && t('components:notRead')}
          {tills.state === 'known' &&
            t('tillsOpen', {
              count: tills.value.filter(({ holder }) => holder !== null).length,
              all: tills.value.length,
            })}
        </Fact>
      </dl>
    </div>
  )
}
