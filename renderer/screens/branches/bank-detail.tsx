import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BranchRow } from '../../../shared/contract/bank-branches.ts'
import { useGo } from '../../app/navigate.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { useMay } from '../../calls/use-may.ts'
import { Fact } from '../../components/fact.tsx'
import { Note } from '../../components/failure-note.tsx'
import { useFocusIfLost } from '../../components/use-focus-if-lost.ts'
import { formatDate } from '../../i18n/dates.ts'
import { BranchBadge, cashText } from './bank-table.tsx'
import { ChangeNames } from './change-names.tsx'
import { CloseBranch } from './close-branch.tsx'
import { classes } from '../../theme/classes.ts'
import facts from '../../components/facts.module.css'
import layout from '../../theme/layout.module.css'
import panel from '../../components/panel.module.css'
import typography from '../../theme/typography.module.css'

type Props = { readonly branch: BranchRow }

/** One branch: what it has, what it lacks, and what two people may do about it. */
export function BankDetail({ branch }: Props) {
  const [changing, setChanging] = useState(false)
  const [proposed, setProposed] = useState<string | null>(null)
  const done = (message: string | null) => {
    setChanging(false)
    setProposed(message)
  }
  if (changing) return <ChangeNames branch={branch} onDone={done} />
  return (
    <Overview
      branch={branch}
      proposed={proposed}
      onChange={() => setChanging(true)}
      onProposed={setProposed}
    />
  )
}

type OverviewProps = Props & {
  readonly proposed: string | null
  readonly onChange: () => void
  readonly onProposed: (message: string) => void
}

function Overview({ branch, proposed, onChange, onProposed }: OverviewProps) {
  const { t } = useTranslation('branches')
  const mayClose = useMay('branches.proposeClosing') && branch.closedAt === null && !branch.isOwn
  const heading = useFocusIfLost<HTMLHeadingElement>()
  return (
    <>
      <header className={panel.head}>
        <h2 ref={heading} tabIndex={-1}>
          <bdi>{branch.name}</bdi>
        </h2>
        <span className={layout.grow} />
        <BranchBadge branch={branch} />
      </header>
      <div className={classes(layout.scroll, layout.padded, layout.stack, layout.alignedTop)}>
        {proposed !== null && <Note tone="ok">{proposed}</Note>}
        {branch.closedAt === null && branch.lacks.length > 0 && <Lacks branch={branch} />}
        <Facts branch={branch} />
        {branch.mayChange && (
          <Button variant="default" onClick={onChange}>
            {t('bank.change')}
          </Button>
        )}
        {mayClose && <CloseBranch branch={branch} onProposed={onProposed} />}
      </div>
    </>
  )
}

/** What is still to do before the branch works by itself, with the screens where it is done. */
function Lacks({ branch: { lacks, mayMint } }: Props) {
  const { t } = useTranslation('branches')
  const go = useGo()
  const mayGo = useMay('users.proposeBranch')
  return (
    <Note tone="info">
      <p>
        <b>{t('bank.lacksTitle')}</b>
      </p>
      <ul className={typography.bulleted}>
        {lacks.map((each) => (
          <li key={each}>{t(`bank.lacks.${each}`)}</li>
        ))}
      </ul>
      {mayGo && (
        <div className={layout.sideBySide}>
          <Button variant="default" size="xs" onClick={() => go('/users')}>
            {t('bank.toUsers')}
          </Button>
          {mayMint && lacks.includes('WORKSTATION') && (
            <Button variant="default" size="xs" onClick={() => go('/workstations')}>
              {t('bank.toWorkstations')}
            </Button>
          )}
        </div>
      )}
    </Note>
  )
}

function Facts({ branch }: Props) {
  const { t } = useTranslation('branches')
  const { time } = useBranchTime()
  const { businessDate, openedAt, closedAt } = branch
  const shown = [
    [t('bank.code'), branch.code],
    [t('bank.address'), branch.address],
    [t('bank.timeZone'), branch.timeZone],
    [t('bank.currency'), branch.currency],
    [t('bank.day'), businessDate === null ? t('bank.noDay') : formatDate(businessDate)],
    [t('bank.staff'), String(branch.staff)],
    [t('bank.workstations'), String(branch.workstations)],
    [t('bank.tills'), String(branch.tills)],
    [t('bank.cash'), branch.cash === null ? null : cashText(branch)],
    [t('bank.since'), time(openedAt)],
    [t('bank.closedSince'), closedAt === null ? null : time(closedAt)],
  ] as const
  return (
    <dl className={classes(facts.facts, facts.onePerLine)}>
      {shown.map(([label, value]) =>
        value === null ? null : (
          <Fact key={label} label={label}>
            <bdi>{value}</bdi>
          </Fact>
        ),
      )}
    </dl>
  )
}
