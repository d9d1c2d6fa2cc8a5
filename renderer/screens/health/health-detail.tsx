import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useGo } from '../../app/navigate.ts'
import type { CallOutput } from '../../../shared/contract.ts'
import type { HealthRow } from '../../../shared/contract/health.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { useMay } from '../../calls/use-may.ts'
import { Note } from '../../components/failure-note.tsx'
import { StatusBadge } from '../../components/status-badge.tsx'
import { GrowthChart } from './growth-chart.tsx'
import { CATALOGUES, type Place, PLACE_OF, sentenceOf, TONES, todoOf } from './health-words.ts'
import { SlowCalls } from './slow-calls.tsx'
import { Workstations } from './workstations.tsx'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import panel from '../../components/panel.module.css'

type Props = { readonly row: HealthRow; readonly health: CallOutput<'health.read'> }

/** How one thing stands in whole sentences, what to do about it, and where. */
export function HealthDetail({ row, health }: Props) {
  const { t } = useTranslation(CATALOGUES)
  const { time } = useBranchTime()
  const todo = todoOf(row, { t, time })
  const place = PLACE_OF[row.name]
  return (
    <>
      <header className={panel.head}>
        <h2>{t(`rows.${row.name}`)}</h2>
        <span className={layout.grow} />
        <StatusBadge tone={TONES[row.state]}>{t(`state.${row.state}`)}</StatusBadge>
      </header>
      <div className={classes(layout.scroll, layout.padded, layout.stack, layout.alignedTop)}>
        <p>
          <bdi>{sentenceOf(row, { t, time })}</bdi>
        </p>
        {todo === null ? <p>{t('allWell')}</p> : <Note tone={NOTES[row.state]}>{todo}</Note>}
        {place !== undefined && <OpenPlace place={place} />}
        {row.name === 'AUDIT' && <GrowthChart row={row} days={health.growth} />}
        {row.name === 'CALLS' && <SlowCalls calls={health.calls} build={health.build} />}
        {row.name === 'WORKSTATIONS' && (
          <Workstations workstations={health.workstations} schema={health.schema} />
        )}
      </div>
    </>
  )
}

const NOTES = { OK: 'ok', LOOK: 'warn', ACT: 'bad', UNKNOWN: 'info' } as const

/** Leads to the screen that says more, where this person has it. */
function OpenPlace({ place: { name, path, call } }: { readonly place: Place }) {
  const { t } = useTranslation(CATALOGUES)
  const go = useGo()
  if (!useMay(call)) return null
  return (
    <div className={layout.sideBySide}>
      <Button variant="default" onClick={() => go(path)}>
        {t('open', { screen: t(`shell:nav.${name}`) })}
      </Button>
    </div>
  )
}
