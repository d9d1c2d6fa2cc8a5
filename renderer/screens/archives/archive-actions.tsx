import { useTranslation } from 'react-i18next'
import type { Archive, DifferingDay } from '../../../shared/contract/archives.ts'
import { useMay } from '../../calls/use-may.ts'
import { useSession } from '../../calls/use-session.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { WorkBar } from '../../components/work-bar.tsx'
import { formatDate } from '../../i18n/dates.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { MonthActions } from './month-actions.tsx'
import { useYearSteps } from './use-year-steps.ts'
import layout from '../../theme/layout.module.css'

export type Side = 'export' | 'verify' | 'search' | 'bringBack'

type Props = { readonly archive: Archive; readonly onSide: (side: Side) => void }

/** Sealing a year that is over, comparing a sealed one with its rows, and the ways to its files. */
export function ArchiveActions({ archive, onSide }: Props) {
  const { kind, period, state, seal } = archive
  const { t } = useTranslation('archives')
  const { progress, differing, failure, ...steps } = useYearSteps()
  const mayExport = useMay('archives.export')
  const isAuditor = useSession().user?.role === 'AUDITOR'
  const mayRead = kind === 'LEDGER' ? mayExport : isAuditor
  const works = progress !== null
  const sealIt = () => steps.seal(kind, period)
  const check = () => seal !== null && steps.check(seal.id)
  const isThere = state !== 'REMOVED'
  const ways: readonly (readonly [Side, string])[] = [
    ...(isThere ? [] : [['bringBack', 'B'] as const]),
    ...(mayRead && isThere ? [['export', 'E'] as const] : []),
    ['verify', 'V'],
    ...(mayRead ? [['search', 'S'] as const] : []),
  ]
  useKeys({
    ...(state === 'OVER' ? { 'Ctrl+Enter': { label: t(`seal.${kind}`), run: sealIt, disabled: works } } : {}),
    ...(seal !== null
      ? {
          ...(isThere ? { C: { label: t('check'), run: check, disabled: works } } : {}),
          ...Object.fromEntries(
            ways.map(([side, key]) => [
              key,
              { label: t(`${side}.open`), run: () => onSide(side), disabled: works },
            ]),
          ),
        }
      : {}),
  })
  return (
    <>
      {works && (
        <WorkBar
          progress={progress}
          label={seal === null ? t(`seal.${kind}`) : t('check')}
          onCancel={steps.stop}
        />
      )}
      {!works && state === 'OVER' && (
        <BusyButton keys="Ctrl+Enter" onClick={sealIt}>
          {t(`seal.${kind}`)}
        </BusyButton>
      )}
      {!works && seal !== null && kind === 'AUDIT' && isThere && (
        <MonthActions archive={archive} seal={seal} />
      )}
      {!works && seal !== null && (
        <div className={layout.stack}>
          {isThere && (
            <BusyButton variant="default" keys="C" onClick={check}>
              {t('check')}
            </BusyButton>
          )}
          {ways.map(([side, key]) => (
            <BusyButton key={side} variant="default" keys={key} onClick={() => onSide(side)}>
              {t(`${side}.open`)}
            </BusyButton>
          ))}
        </div>
      )}
      {differing !== null && <Compared differing={differing} />}
      <FailureNote failure={failure} />
    </>
  )
}

function Compared({ differing }: { readonly differing: readonly DifferingDay[] }) {
  const { t } = useTranslation('archives')
  if (differing.length === 0) return <Note tone="ok">{t('checkedGood')}</Note>
  return (
    <Note tone="bad">
      <p>
        <b>{t('differing', { count: differing.length })}</b>
      </p>
      {differing.slice(0, 20).map(({ day, branch, sealed, found }) => (
        <p key={`${day} ${branch}`}>
          {t('differingDay', { day: formatDate(day), branch: branch ?? '', sealed, found })}
        </p>
      ))}
      <p>{t('differingHint')}</p>
    </Note>
  )
}
