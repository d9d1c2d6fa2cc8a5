import { useTranslation } from 'react-i18next'
import type { KeyState } from '../../../shared/contract/keys.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { WorkBar } from '../../components/work-bar.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { ProposeChange } from './propose-change.tsx'
import { useRotation } from './use-rotation.ts'
import { WaitingNote } from './waiting-note.tsx'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'

type Props = { readonly state: KeyState }

/** Proposing another key, doing it once it is approved, and going on where it was interrupted. */
export function RotationPanel({ state }: Props) {
  const { t } = useTranslation('keys')
  const rotation = useRotation(state)
  return (
    <section className={layout.stack} aria-label={t('rotation.title')}>
      <h2 className={typography.strong}>{t('rotation.title')}</h2>
      <p>{t('rotation.when')}</p>
      {rotation.done && !state.underWay && <Note tone="ok">{t('rotation.done')}</Note>}
      <Step state={state} rotation={rotation} />
      <FailureNote failure={rotation.failure} />
    </section>
  )
}

type StepProps = Props & { readonly rotation: ReturnType<typeof useRotation> }

function Step({ state: { underWay, left, rotation: change }, rotation }: StepProps) {
  const { t } = useTranslation('keys')
  if (underWay || rotation.busy || change?.approved === true)
    return (
      <Start
        rotation={rotation}
        note={underWay ? t('rotation.interrupted', { count: left }) : t('rotation.approved')}
        label={underWay ? t('rotation.goOn') : t('rotation.start')}
      />
    )
  if (change !== null) return <WaitingNote>{t('rotation.waits', { name: change.proposedBy })}</WaitingNote>
  return <ProposeChange kind="KEY_ROTATION" label={t('rotation.propose')} />
}

type StartProps = Pick<StepProps, 'rotation'> & { readonly note: string; readonly label: string }

function Start({ rotation: { start, busy, progress, cancel }, note, label }: StartProps) {
  useKeys({ 'Ctrl+Enter': { label, run: start, disabled: busy } })
  if (progress !== null) return <WorkBar progress={progress} label={label} onCancel={cancel} />
  return (
    <>
      <Note tone="info">{note}</Note>
      <BusyButton busy={busy} keys="Ctrl+Enter" startHere onClick={start}>
        {label}
      </BusyButton>
    </>
  )
}
