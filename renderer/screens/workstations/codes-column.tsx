import { useTranslation } from 'react-i18next'
import type { OpenCode, RefusedCode } from '../../../shared/contract/workstations.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { useCall } from '../../calls/use-call.ts'
import { useMay } from '../../calls/use-may.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'

type Props = {
  readonly codes: readonly OpenCode[]
  readonly refused: readonly RefusedCode[]
  readonly isEmbedded: boolean
}

/** While no workstation is chosen: codes that wait for their computer, and what was refused lately. */
export function CodesColumn({ codes, refused, isEmbedded }: Props) {
  const { t } = useTranslation('workstations')
  if (codes.length === 0 && refused.length === 0)
    return <EmptyState title={t('nothingChosen')} hint={isEmbedded ? t('embedded') : t('hint')} />
  return (
    <div className={classes(layout.scroll, layout.padded, layout.stack, layout.alignedTop)}>
      {codes.length > 0 && <h2 className={typography.primary}>{t('codes')}</h2>}
      {codes.map((code) => (
        <Waiting key={code.id} code={code} />
      ))}
      {refused.length > 0 && <h2 className={typography.primary}>{t('refused')}</h2>}
      {refused.map((each) => (
        <Refused key={each.id} refused={each} />
      ))}
    </div>
  )
}

function Waiting({ code: { id, computer, expiresAt, forBranch } }: { readonly code: OpenCode }) {
  const { t } = useTranslation('workstations')
  const { time } = useBranchTime()
  const mayCancel = useMay('workstations.cancelCode')
  const { run, busy, failure } = useCall('workstations.cancelCode')
  return (
    <div>
      <div className={layout.sideBySide}>
        <div className={layout.grow}>
          <bdi>{computer}</bdi>
          <p className={typography.secondary}>{t('codeUntil', { until: time(expiresAt) })}</p>
          {forBranch !== null && (
            <p className={typography.secondary}>{t('codeForBranch', { branch: forBranch })}</p>
          )}
        </div>
        {mayCancel && (
          <BusyButton variant="default" busy={busy} onClick={() => void run({ codeId: id })}>
            {t('cancelCode')}
          </BusyButton>
        )}
      </div>
      <FailureNote failure={failure} />
    </div>
  )
}

/** A code that was used twice, or at another computer, may have been stolen. */
function Refused({ refused }: { readonly refused: RefusedCode }) {
  const { t } = useTranslation('workstations')
  const { time } = useBranchTime()
  const { verdict, expected, computer, address, at } = refused
  const isGrave = verdict === 'USED' || verdict === 'OTHER_COMPUTER'
  return (
    <Note tone={isGrave ? 'bad' : 'warn'}>
      <p>
        <b>{t(`verdict.${verdict}`, { expected: expected ?? '' })}</b>
      </p>
      <p>{t('triedAt', { computer, address, time: time(at) })}</p>
    </Note>
  )
}
