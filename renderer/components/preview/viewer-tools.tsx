import { ActionIcon, Tooltip } from '@mantine/core'
import {
  IconChevronLeft,
  IconChevronRight,
  IconRotateClockwise,
  IconZoomIn,
  IconZoomOut,
  type Icon,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PreviewControls } from './use-preview-controls.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import styles from '../document-viewer.module.css'

type Looking = Pick<PreviewControls, 'zoom' | 'page' | 'pages' | 'larger' | 'smaller' | 'previous' | 'next'>

type Props = {
  readonly controls: Looking & Partial<Pick<PreviewControls, 'rotate'>>
  /** What a page is called, counted from 0; without it the pages have numbers. */
  readonly pageName: ((at: number, of: number) => string) | undefined
  readonly children: ReactNode
}

/** The tool bar above a document; `children` stand at its start. */
export function ViewerTools({ controls, pageName, children }: Props) {
  const { t } = useTranslation('viewer')
  return (
    <div className={styles.tools} role="toolbar" aria-label={t('tools')}>
      {children}
      <span className={layout.grow} />
      {controls.pages > 1 && (
        <>
          <Tool icon={IconChevronLeft} label={t('previousPage')} onClick={controls.previous} />
          <span className={classes(typography.secondary, typography.figures)}>
            {pageName?.(controls.page - 1, controls.pages) ??
              t('pageOf', { page: controls.page, pages: controls.pages })}
          </span>
          <Tool icon={IconChevronRight} label={t('nextPage')} onClick={controls.next} />
        </>
      )}
      <Tool icon={IconZoomOut} label={t('smaller')} onClick={controls.smaller} />
      <span className={classes(typography.secondary, typography.figures, styles.zoom)}>
        {t('percent', { percent: controls.zoom * 100 })}
      </span>
      <Tool icon={IconZoomIn} label={t('larger')} onClick={controls.larger} />
      {controls.rotate !== undefined && (
        <Tool icon={IconRotateClockwise} label={t('rotate')} onClick={controls.rotate} />
      )}
    </div>
  )
}

type ToolProps = { readonly icon: Icon; readonly label: string; readonly onClick: () => void }

function Tool({ icon: ToolIcon, label, onClick }: ToolProps) {
  return (
    <Tooltip label={label} transitionProps={{ duration: 0 }}>
      <ActionIcon aria-label={label} onClick={onClick}>
        <ToolIcon size={20} stroke={1.75} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
