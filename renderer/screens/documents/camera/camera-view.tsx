import { useElementSize } from '@mantine/hooks'
import { Loader } from '@mantine/core'
import { type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fitScale, type Size } from '../../../components/preview/fit.ts'
import { type Outline, useLiveEdges } from './use-live-edges.ts'
import { classes } from '../../../theme/classes.ts'
import viewer from '../../../components/document-viewer.module.css'
import styles from './camera-panel.module.css'

type Props = { readonly video: RefObject<HTMLVideoElement | null>; readonly stream: MediaStream | null }

/** The stage's own padding. */
const MARGIN = 32
const NOTHING: Size = { width: 0, height: 0 }

/** What the camera sees, with the edges of the document drawn over it. */
export function CameraView({ video, stream }: Props) {
  const { t } = useTranslation('documents')
  const { ref, width, height } = useElementSize<HTMLDivElement>()
  const [natural, setNatural] = useState(NOTHING)
  const outline = useLiveEdges(video, stream !== null)
  const scale = fitScale(natural, { width: width - MARGIN, height: height - MARGIN }, 0)
  return (
    <div ref={ref} className={classes(viewer.stage, styles.stage)}>
      {stream === null ? (
        <Loader aria-label={t('camera.starting')} />
      ) : (
        <>
          <div
            className={styles.seen}
            style={{ width: natural.width * scale, height: natural.height * scale }}
          >
            <video
              ref={video}
              className={styles.video}
              autoPlay
              playsInline
              muted
              aria-label={t('camera.seen')}
              onLoadedMetadata={({ currentTarget: { videoWidth, videoHeight } }) =>
                setNatural({ width: videoWidth, height: videoHeight })
              }
            />
            {outline !== null && <DrawnOutline outline={outline} />}
          </div>
          <p className={styles.found} data-found={outline !== null || undefined}>
            {t(outline === null ? 'camera.looking' : 'camera.found')}
          </p>
        </>
      )}
    </div>
  )
}

function DrawnOutline({ outline }: { readonly outline: Outline }) {
  return (
    <svg className={styles.outline} viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden>
      <polygon points={outline.map((point) => point.join(',')).join(' ')} vectorEffect="non-scaling-stroke" />
    </svg>
  )
}
