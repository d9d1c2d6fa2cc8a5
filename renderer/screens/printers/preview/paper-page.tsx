import { useElementSize } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../../shared/contract.ts'
import { paperScale } from './paper-scale.ts'
import styles from './paper-preview.module.css'

type Props = {
  readonly page: CallOutput<'printers.previewPage'>
  readonly isRoll: boolean
  readonly zoom: number
}

/** A page that is larger than the stage is scrolled by keys too, so the stage has the focus. */
const SCROLLED_BY_KEYS = { tabIndex: 0, 'data-autofocus': true } as const
const MARGIN = 48

/** One page in the middle of the stage, as large as there is room for it. */
export function PaperPage({ page, isRoll, zoom }: Props) {
  const { t } = useTranslation(['printers', 'viewer'])
  const { ref, width, height } = useElementSize<HTMLElement>()
  const stage = { width: width - MARGIN, height: height - MARGIN }
  const scale = paperScale(page, stage, isRoll) * zoom
  return (
    <section ref={ref} className={styles.stage} {...SCROLLED_BY_KEYS} aria-label={t('viewer:document')}>
      <Picture
        content={page.content}
        label={t('preview.page', { page: page.page, pages: page.pages })}
        size={{ width: page.width * scale, height: page.height * scale }}
      />
    </section>
  )
}

type PictureProps = {
  readonly content: Uint8Array
  readonly label: string
  readonly size: { readonly width: number; readonly height: number }
}

function Picture({ content, label, size }: PictureProps) {
  const picture = useRef<HTMLImageElement>(null)
  // The address belongs to this window only and is revoked with the picture, so the bytes never leave the window.
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([new Uint8Array(content)], { type: 'image/png' }))
    picture.current?.setAttribute('src', url)
    return () => URL.revokeObjectURL(url)
  }, [content])
  return <img ref={picture} className={styles.paper} alt={label} draggable={false} style={size} />
}
