import { NativeSelect } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BusyButton } from '../../../components/busy-button.tsx'
import { Note } from '../../../components/failure-note.tsx'
import { useKeys } from '../../../keyboard/use-keys.ts'
import { CameraView } from './camera-view.tsx'
import { photograph } from './frame.ts'
import type { CameraFault } from './open-camera.ts'
import { useCamera } from './use-camera.ts'
import { classes } from '../../../theme/classes.ts'
import layout from '../../../theme/layout.module.css'
import typography from '../../../theme/typography.module.css'
import viewer from '../../../components/document-viewer.module.css'
import styles from './camera-panel.module.css'

type Props = {
  /** What the next picture will be: the front, the back, a page. */
  readonly next: string
  readonly onPhotograph: (file: File) => void
  readonly onClose: () => void
}

/** Takes pictures of a document, one page after the other, each by one key. The camera is off when this is gone. */
export function CameraPanel({ next, onPhotograph, onClose }: Props) {
  const { t } = useTranslation('documents')
  const { state, devices, choose, again } = useCamera()
  const video = useRef<HTMLVideoElement>(null)
  const [busy, setBusy] = useState(false)
  const isLive = state.kind === 'live'
  const stream = isLive ? state.stream : null
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream
  }, [stream])
  const take = async () => {
    if (busy || video.current === null || !isLive) return
    setBusy(true)
    const file = await photograph(video.current, t('camera.name', { page: next })).finally(() =>
      setBusy(false),
    )
    if (file !== null) onPhotograph(file)
  }
  useKeys({
    F11: { label: t('camera.take'), run: () => void take(), disabled: !isLive },
    Escape: { label: t('camera.done'), run: onClose },
  })
  return (
    <>
      <div className={classes(viewer.tools, styles.tools)} role="toolbar" aria-label={t('camera.title')}>
        <output className={classes(typography.clipped, layout.grow)}>
          {t('camera.next', { page: next })}
        </output>
        {devices.length > 1 && isLive && (
          <Devices devices={devices} device={state.device} onChoose={choose} />
        )}
        <BusyButton variant="default" keys="Escape" onClick={onClose}>
          {t('camera.done')}
        </BusyButton>
        <BusyButton startHere keys="F11" busy={busy} unavailable={!isLive} onClick={() => void take()}>
          {t('camera.take')}
        </BusyButton>
      </div>
      {state.kind === 'failed' ? (
        <Fault fault={state.fault} onAgain={again} />
      ) : (
        <CameraView video={video} stream={stream} />
      )}
    </>
  )
}

type DevicesProps = {
  readonly devices: readonly MediaDeviceInfo[]
  readonly device: string | null
  readonly onChoose: (device: string) => void
}

function Devices({ devices, device, onChoose }: DevicesProps) {
  const { t } = useTranslation('documents')
  return (
    <NativeSelect
      aria-label={t('camera.device')}
      value={device ?? ''}
      data={devices.map(({ deviceId, label }, at) => ({
        value: deviceId,
        label: label === '' ? t('camera.unnamed', { number: at + 1 }) : label,
      }))}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
    />
  )
}

type FaultProps = { readonly fault: CameraFault; readonly onAgain: () => void }

/** Why there is no picture, and the way round it: pages that were taken stay, and files can still be chosen. */
function Fault({ fault, onAgain }: FaultProps) {
  const { t } = useTranslation('documents')
  return (
    <div className={styles.fault}>
      <Note tone="bad">{t(`camera.fault.${fault}`)}</Note>
      <BusyButton variant="default" onClick={onAgain}>
        {t('camera.again')}
      </BusyButton>
    </div>
  )
}
