import { useTranslation } from 'react-i18next'
import { BusyButton } from '../../components/busy-button.tsx'
import { Note } from '../../components/failure-note.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import type { Offered, useEnrolment } from './use-enrolment.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import paper from '../../theme/paper.module.css'
import styles from './device-steps.module.css'

/** Around the picture, in squares: readers need it. */
const QUIET = 4

/** Dark on light in either theme: not every reader knows the other way round. */
function QrPicture({ picture: { size, path } }: Pick<Offered, 'picture'>) {
  const { t } = useTranslation('sessions')
  const side = size + 2 * QUIET
  return (
    <svg
      className={styles.picture}
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={t('device.picture')}
    >
      <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="white" />
      <path d={path} fill="black" />
    </svg>
  )
}

type StepProps = { readonly offered: Offered; readonly control: ReturnType<typeof useEnrolment>['control'] }

/** The secret for the device as a picture and to be typed, and the field for its first code. */
export function DeviceStep({ offered, control }: StepProps) {
  const { t } = useTranslation('sessions')
  return (
    <>
      <p>{t('device.scan')}</p>
      <QrPicture picture={offered.picture} />
      <dl>
        <dt className={typography.secondary}>{t('device.secret')}</dt>
        <dd className={styles.secret} dir="ltr">
          {offered.secret}
        </dd>
      </dl>
      <FormText
        control={control}
        name="code"
        label={t('device.firstCode')}
        dir="ltr"
        maxLength={40}
        startHere
      />
    </>
  )
}

type CodesProps = { readonly codes: readonly string[]; readonly busy: boolean; readonly onKept: () => void }

/** The recovery codes, shown once; only they are printed. */
export function RecoveryCodes({ codes, busy, onKept }: CodesProps) {
  const { t } = useTranslation('sessions')
  return (
    <>
      <Note tone="warn">{t('device.codesText')}</Note>
      <div className={paper.paper} data-paper>
        <h3>{t('device.codesTitle')}</h3>
        <ol className={styles.codes} dir="ltr">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
      </div>
      <div className={layout.sideBySide}>
        <BusyButton variant="default" startHere onClick={() => window.print()}>
          {t('device.print')}
        </BusyButton>
        <span className={layout.grow} />
        <BusyButton busy={busy} onClick={onKept}>
          {t('device.kept')}
        </BusyButton>
      </div>
    </>
  )
}
