import { Loader, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../../shared/contract.ts'
import type { Answer } from '../../../calls/answer.ts'
import { useSession } from '../../../calls/use-session.ts'
import type { WorkProgress } from '../../../calls/use-work.ts'
import { AnswerNote } from '../../../components/answer-note.tsx'
import { ViewerTools } from '../../../components/preview/viewer-tools.tsx'
import { LongWork } from '../../../components/work-bar.tsx'
import { useKeys } from '../../../keyboard/use-keys.ts'
import { PaperPage } from './paper-page.tsx'
import { PreviewFoot } from './preview-foot.tsx'
import { usePageControls } from './use-page-controls.ts'
import { type PreviewActions, usePreviewActions } from './use-preview-actions.ts'
import { type PreviewedPaper, usePreview, usePreviewPage } from './use-preview.ts'
import { classes } from '../../../theme/classes.ts'
import typography from '../../../theme/typography.module.css'
import styles from './paper-preview.module.css'

type Props = PreviewActions & { readonly paper: PreviewedPaper; readonly opened: boolean }

/** What will come out of the printer, before it does. It lies below the questions that are asked meanwhile, such as those about letters. */
export function PaperPreview({ opened, ...rest }: Props) {
  const { t } = useTranslation('printers')
  const { stage } = useSession()
  return (
    <Modal
      opened={opened && stage === 'ready'}
      onClose={rest.onClose}
      withCloseButton={false}
      closeOnEscape={false}
      attributes={{ content: { 'aria-label': t('preview.title') } }}
      classNames={{ content: styles.content, body: styles.body }}
      lockScroll={false}
      centered
      zIndex={190}
      size={1040}
      radius={8}
      padding={0}
      shadow="none"
      overlayProps={{ backgroundOpacity: 0.4, color: '#0C121B' }}
      transitionProps={{ duration: 0 }}
    >
      {opened && <Preview {...rest} />}
    </Modal>
  )
}

function Preview({ paper, ...actions }: Omit<Props, 'opened'>) {
  const { answer, progress } = usePreview(paper)
  if (answer.state === 'known') return <Pages preview={answer.value} {...actions} />
  return <Making answer={answer} progress={progress} {...actions} />
}

type MakingProps = PreviewActions & {
  readonly answer: Answer<unknown>
  readonly progress: WorkProgress | null
}

/** While it is made, how far that is where it takes a moment; and why there is none. */
function Making({ answer, progress, ...rest }: MakingProps) {
  const { t } = useTranslation('printers')
  const actions = usePreviewActions(rest, false)
  const told = progress === null || progress.of === 0 ? null : progress
  // Bound here, because a modal that closes itself by Escape is gone before the key reaches the screen, which then leaves too.
  useKeys(actions.keys, { modal: true })
  return (
    <>
      <Stage answer={answer}>
        <LongWork progress={told} label={t('preview.work')} onCancel={actions.close} />
      </Stage>
      <PreviewFoot {...actions} />
    </>
  )
}

/** The stage without a page. */
function Stage({ answer, children }: { readonly answer: Answer<unknown>; readonly children?: ReactNode }) {
  const { t } = useTranslation('components')
  return (
    <div className={styles.stage} aria-busy={answer.state === 'loading'}>
      {answer.state === 'loading' && <Loader aria-label={t('loading')} />}
      {answer.state === 'unknown' && <AnswerNote answer={answer} />}
      {children}
    </div>
  )
}

type PagesProps = PreviewActions & { readonly preview: CallOutput<'printers.preview'> }

function Pages({ preview: { previewId, printer, roll }, ...rest }: PagesProps) {
  const { t } = useTranslation('printers')
  const first = usePreviewPage(previewId, 1)
  const { keys, controls } = usePageControls(first.state === 'known' ? first.value.pages : 1)
  const answer = usePreviewPage(previewId, controls.page)
  const actions = usePreviewActions(rest, answer.state === 'known')
  useKeys({ ...actions.keys, ...keys }, { modal: true })
  return (
    <>
      <ViewerTools controls={controls} pageName={undefined}>
        <h2>{t('preview.title')}</h2>
        <span className={classes(typography.secondary, typography.clipped, styles.about)}>
          {printer === null ? t('preview.asSaved') : t('preview.asPrinted', { printer })}
          {roll !== null && ` · ${t('preview.roll', { roll })}`}
        </span>
      </ViewerTools>
      {answer.state === 'known' ? (
        <PaperPage page={answer.value} isRoll={roll !== null} zoom={controls.zoom} />
      ) : (
        <Stage answer={answer} />
      )}
      <PreviewFoot {...actions} />
    </>
  )
}
