import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AuditRow } from '../../../shared/contract/audit.ts'
import { useGo } from '../../app/navigate.ts'
import { useMay } from '../../calls/use-may.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { ActorText } from '../../components/actor-text.tsx'
import { Identifier, TimeText } from '../../components/bidi.tsx'
import { Note } from '../../components/failure-note.tsx'
import { Fact } from '../../components/fact.tsx'
import type { ReadContext } from './readable.ts'
import { Recorded } from './recorded.tsx'
import { targetOf } from './target-of.ts'
import { entryTitle, recordName, recordTypeWord } from './words.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import buttons from '../../components/buttons.module.css'
import facts from '../../components/facts.module.css'
import panel from '../../components/panel.module.css'
import styles from './audit.module.css'

type Props = {
  readonly row: AuditRow
  /** People by their id. */
  readonly names: ReadonlyMap<string, string>
  readonly branchCurrency: string
  readonly onClose: () => void
  readonly onOnlyRecord: () => void
  readonly onOnlyPerson: () => void
}

/** It may be longer than the window, so the keys must be able to scroll it. */
const REACHABLE = { tabIndex: 0 }

/** One entry: who, when, what; then the row before and after, or the facts of the event. */
export function AuditDetail({ row, names, branchCurrency, onClose, ...narrowing }: Props) {
  const { t } = useTranslation('audit')
  const ownCurrency = row.after?.['currency'] ?? row.before?.['currency']
  const currency = typeof ownCurrency === 'string' ? ownCurrency : branchCurrency
  const { timeZone } = useBranchTime()
  const context: ReadContext = { names, records: row.names, currency, timeZone }
  return (
    <>
      <header className={panel.head}>
        <h2>{entryTitle(row)}</h2>
        <span className={layout.grow} />
        <ActionIcon aria-label={t('close')} onClick={onClose}>
          <IconX size={18} stroke={1.75} aria-hidden />
        </ActionIcon>
      </header>
      <section className={layout.scroll} aria-label={t('entry')} {...REACHABLE}>
        <EntryFacts row={row} names={names} />
        <NarrowingLinks row={row} {...narrowing} />
        {row.redacted ? (
          <div className={layout.padded}>
            <Note tone="info">{t('redacted')}</Note>
          </div>
        ) : (
          <Recorded row={row} context={context} />
        )}
        <dl className={classes(layout.padded, facts.facts, facts.onePerLine)}>
          <div>
            <dt>{t('resourceId')}</dt>
            <dd className={typography.secondary}>
              {row.resourceId === null ? t('noValue') : <Identifier>{row.resourceId}</Identifier>}
            </dd>
          </div>
        </dl>
      </section>
    </>
  )
}

function EntryFacts({ row, names }: Pick<Props, 'row' | 'names'>) {
  const { t } = useTranslation('audit')
  return (
    <dl className={classes(layout.padded, facts.facts, styles.facts)}>
      <Fact label={t('at')}>
        <TimeText value={row.at} exact />
      </Fact>
      <Fact label={t('person')}>
        {row.userId === null || row.fullName !== null ? (
          <ActorText actor={row.actor} />
        ) : (
          (names.get(row.userId) ?? row.username)
        )}
      </Fact>
      <Fact label={recordTypeWord(row.resourceType)}>
        <bdi>{recordName(row, names)}</bdi>
      </Fact>
      <Fact label={t('workstation')}>
        <bdi>{row.workstation}</bdi>
      </Fact>
      <Fact label={t('build')}>
        <bdi>{row.build}</bdi>
      </Fact>
    </dl>
  )
}

function NarrowingLinks({
  row,
  onOnlyRecord,
  onOnlyPerson,
}: Pick<Props, 'row' | 'onOnlyRecord' | 'onOnlyPerson'>) {
  const { t } = useTranslation('audit')
  const go = useGo()
  const target = targetOf(row)
  const mayGo = useMay(target?.call ?? 'audit.list')
  return (
    <div className={classes(layout.padded, layout.sideBySide, styles.narrowing)}>
      {target !== null && mayGo && (
        <button type="button" className={buttons.link} onClick={() => go(target.path, target.search)}>
          {t('goTo', { record: recordTypeWord(row.resourceType) })}
        </button>
      )}
      {row.resourceId !== null && (
        <button type="button" className={buttons.link} onClick={onOnlyRecord}>
          {t('onlyThis')}
        </button>
      )}
      {row.userId !== null && (
        <button type="button" className={buttons.link} onClick={onOnlyPerson}>
          {t('onlyPerson')}
        </button>
      )}
    </div>
  )
}
