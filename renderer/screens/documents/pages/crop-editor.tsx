import { useElementSize } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Corners } from '../../../../shared/reading/page.ts'
import { BusyButton } from '../../../components/busy-button.tsx'
import { fitScale } from '../../../components/preview/fit.ts'
import { useKeys } from '../../../keyboard/use-keys.ts'
import { CropCorner } from './crop-corner.tsx'
import { CropPicture } from './crop-picture.tsx'
import { CORNERS, holdsDocument, turnedSize, wholePage } from './corners.ts'
import { currentOf, type PageEntry } from './entry.ts'
import { classes } from '../../../theme/classes.ts'
import layout from '../../../theme/layout.module.css'
import typography from '../../../theme/typography.module.css'
import viewer from '../../../components/document-viewer.module.css'
import styles from './crop-editor.module.css'

type Props = {
  readonly page: PageEntry
  readonly onCut: (corners: Corners) => void
  readonly onClose: () => void
}

/** Room for half a corner around the page. */
const MARGIN = 64

/** Four corners on the page as it came, turned as it is seen now. They are dragged, or moved by the arrow keys. */
export function CropEditor({ page, onCut, onClose }: Props) {
  const { t } = useTranslation('documents')
  const { original } = page
  const { quarters, corners: before } = currentOf(page).edit
  const [corners, setCorners] = useState(before ?? original.corners ?? wholePage(original))
  const { ref: stage, width, height } = useElementSize<HTMLDivElement>()
  useKeys({ Escape: { label: t('pages.cropCancel'), run: onClose } }, { modal: true })
  const isWhole = holdsDocument(corners, original)
  const seen = turnedSize(original, quarters)
  const scale = fitScale(seen, { width: width - MARGIN, height: height - MARGIN }, 0)
  return (
    <div className={viewer.viewer}>
      <div className={classes(viewer.tools, styles.tools)} role="toolbar" aria-label={t('pages.crop')}>
        <output className={classes(typography.secondary, layout.grow)}>
          {t(isWhole ? 'pages.cropHow' : 'pages.cropCrossed')}
        </output>
        <BusyButton variant="default" keys="Escape" onClick={onClose}>
          {t('pages.cropCancel')}
        </BusyButton>
        <BusyButton unavailable={!isWhole} onClick={() => onCut(corners)}>
          {t('pages.cropApply')}
        </BusyButton>
      </div>
      <div ref={stage} className={classes(viewer.stage, styles.stage)}>
        <div className={styles.page} style={{ width: seen.width * scale, height: seen.height * scale }}>
          <CropPicture page={page} quarters={quarters} corners={corners} />
          {CORNERS.map((at) => (
            <CropCorner
              key={at}
              at={at}
              size={original}
              quarters={quarters}
              corners={corners}
              onMove={setCorners}
              onEnter={() => isWhole && onCut(corners)}
            />
          ))}
        </div>
      </div>
    </div>
  )
}
