import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../shared/contract.ts'
import type { Answer } from '../../calls/answer.ts'
import { Amount } from '../../components/amount.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { Fact } from '../../components/fact.tsx'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import facts from '../../components/facts.module.css'
import panel from '../../components/panel.module.css'
import styles from './vault-balance.module.css'

type Props = {
  readonly list: Answer<CallOutput<'tills.list'>>
  readonly onMove: () => void
  readonly onTolerance: () => void
}

/** The cash in the vault, and the button that brings more or takes some away. */
export function VaultBalance({ list, onMove, onTolerance }: Props) {
  const { t } = useTranslation(['vault', 'components'])
  return (
    <section className={classes(panel.foot, styles.vault)} aria-label={t('title')}>
      <dl className={classes(layout.grow, facts.facts)}>
        {list.state === 'unknown' && <Fact label={t('balance')}>{t('components:notRead')}</Fact>}
        {list.state === 'known' && list.value.vaultBalance !== null && (
          <Fact label={t('balance')}>
            <Amount value={list.value.vaultBalance} currency={list.value.currency} withCurrency strong />
          </Fact>
        )}
        {list.state === 'known' && list.value.tolerance !== null && (
          <Fact label={t('tolerance')}>
            <Amount value={list.value.tolerance} currency={list.value.currency} withCurrency />
          </Fact>
        )}
      </dl>
      <BusyButton variant="default" onClick={onTolerance}>
        {t('changeTolerance')}
      </BusyButton>
      <BusyButton variant="default" keys="F3" onClick={onMove}>
        {t('move')}
      </BusyButton>
    </section>
  )
}
