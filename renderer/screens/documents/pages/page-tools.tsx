import { ActionIcon, Tooltip } from '@mantine/core'
import {
  IconArrowBackUp,
  IconChevronLeft,
  IconChevronRight,
  IconCrop,
  IconRotateClockwise,
  IconTrash,
  type Icon,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../../../keyboard/use-keys.ts'
import type { Entry } from './entry.ts'
import type { PageActions } from './use-page-actions.ts'
import { classes } from '../../../theme/classes.ts'
import layout from '../../../theme/layout.module.css'
import typography from '../../../theme/typography.module.css'
import viewer from '../../../components/document-viewer.module.css'
import styles from './page-tools.module.css'

type Props = {
  readonly entry: Entry
  readonly actions: PageActions
  /** How a page is added. */
  readonly children: ReactNode
}

/** What is shown, and what can be done with it. */
export function PageTools({ entry, actions, children }: Props) {
  const { t } = useTranslation('documents')
  const { turn, crop, undo, earlier, later, remove } = actions
  useKeys({
    T: { label: t('pages.turn'), run: () => turn?.(), disabled: turn === null },
    X: { label: t('pages.crop'), run: () => crop?.(), disabled: crop === null },
    Z: { label: t('pages.undo'), run: () => undo?.(), disabled: undo === null, quiet: true },
    Delete: { label: t('pages.remove'), run: remove, quiet: true },
  })
  return (
    <div className={classes(viewer.tools, styles.tools)} role="toolbar" aria-label={t('pages.tools')}>
      <bdi className={classes(typography.clipped, layout.grow)}>{entry.name}</bdi>
      {(earlier !== null || later !== null) && (
        <>
          <Tool icon={IconChevronLeft} label={t('pages.earlier')} run={earlier} />
          <Tool icon={IconChevronRight} label={t('pages.later')} run={later} />
        </>
      )}
      <Tool icon={IconRotateClockwise} label={t('pages.turn')} run={turn} />
      <Tool icon={IconCrop} label={t('pages.crop')} run={crop} />
      <Tool icon={IconArrowBackUp} label={t('pages.undo')} run={undo} />
      <Tool icon={IconTrash} label={t('pages.remove')} run={remove} />
      {children}
    </div>
  )
}

type ToolProps = { readonly icon: Icon; readonly label: string; readonly run: (() => void) | null }

/** A tool that does nothing now stays in its place and keeps the focus. */
function Tool({ icon: ToolIcon, label, run }: ToolProps) {
  return (
    <Tooltip label={label} transitionProps={{ duration: 0 }}>
      <ActionIcon aria-label={label} aria-disabled={run === null || undefined} onClick={() => run?.()}>
        <ToolIcon size={20} stroke={1.75} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
