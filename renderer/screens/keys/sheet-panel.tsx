import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeyState } from '../../../shared/contract/keys.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { Fact } from '../../components/fact.tsx'
import { ProposeChange } from './propose-change.tsx'
import { ReadBack } from './read-back.tsx'
import { ShownSheet } from './shown-sheet.tsx'
import { useSheet } from './use-sheet.ts'
import { WaitingNote } from './waiting-note.tsx'
import { classes } from '../../theme/classes.ts'
import facts from '../../components/facts.module.css'
import layout from '../../theme/layout.module.css'
import panel from '../../components/panel.module.css'

type StateProps = { readonly state: KeyState }
type Props = StateProps & {
  /** The button that makes the sheet has the focus. */
  readonly startHere?: boolean
  /** What else can be done instead of making one. */
  readonly after?: ReactNode
}

/** The recovery sheet: whether there is one, and making another. */
export function SheetPanel({ state, startHere = false, after }: Props) {
  const { t } = useTranslation('keys')
  const sheet = useSheet(state)
  const { made, step } = sheet
  if (made !== null && step === 'typed')
    return <ReadBack number={made.number} keep={sheet.keep} onBack={() => sheet.go('shown')} />
  if (made !== null) return <ShownSheet sheet={made} onNext={() => sheet.go('typed')} onLeave={sheet.leave} />
  return (
    <>
      <header className={panel.head}>
        <h2>{t('sheet.title')}</h2>
      </header>
      <div className={classes(layout.scroll, layout.padded)}>
        <div className={layout.stack}>
          <p>{t('sheet.what')}</p>
          {sheet.kept !== null && <Note tone="ok">{t('sheet.kept', { number: sheet.kept })}</Note>}
          <ValidSheet state={state} />
          <NextSheet state={state} make={sheet.make} startHere={startHere} />
          {after}
        </div>
      </div>
    </>
  )
}

function ValidSheet({ state: { sheet } }: StateProps) {
  const { t } = useTranslation('keys')
  const { time } = useBranchTime()
  if (sheet === null) return <Note tone="warn">{t('sheet.none')}</Note>
  return (
    <dl className={facts.facts}>
      <Fact label={t('sheet.valid')}>{t('sheet.number', { number: sheet.number })}</Fact>
      <Fact label={t('since')}>{t('by', { when: time(sheet.madeAt), name: sheet.madeBy })}</Fact>
    </dl>
  )
}

type NextProps = StateProps & {
  readonly make: ReturnType<typeof useSheet>['make']
  readonly startHere: boolean
}

/** Making one where somebody may, waiting where somebody was asked, or proposing one. */
function NextSheet({ state: { firstSheet, newSheet }, make, startHere }: NextProps) {
  const { t } = useTranslation('keys')
  if (newSheet?.approved === true || firstSheet)
    return (
      <>
        <Note tone="info">{firstSheet ? t('sheet.first') : t('sheet.approved')}</Note>
        <FailureNote failure={make.failure} />
        <BusyButton busy={make.busy} startHere={startHere} onClick={make.start}>
          {t('sheet.make')}
        </BusyButton>
      </>
    )
  if (newSheet !== null) return <WaitingNote>{t('sheet.waits', { name: newSheet.proposedBy })}</WaitingNote>
  return <ProposeChange kind="KEY_SHEET" label={t('sheet.propose')} />
}
