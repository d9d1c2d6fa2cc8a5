import { Kbd } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Signers } from '../../../shared/contract/mandates.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { FilePreview } from '../../components/file-preview.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import buttons from '../../components/buttons.module.css'
import typography from '../../theme/typography.module.css'
import styles from './specimens.module.css'

type Specimen = Signers['specimens'][number]
type Props = {
  readonly specimens: readonly Specimen[]
  /** Those who are named; none means the holder, who comes first. */
  readonly signedBy: readonly string[]
}

/** The photograph and the signature of whoever signs, on one key, beside the slip. Opening them is on record, so nothing is shown unasked. */
export function Specimens({ specimens, signedBy }: Props) {
  const { t } = useTranslation('mandates')
  const [open, setOpen] = useState(false)
  const toggle = () => setOpen((shown) => !shown)
  useKeys({
    F12: {
      label: t(open ? 'specimens.hide' : 'specimens.show'),
      run: toggle,
      short: t('specimens.key'),
      minor: true,
    },
  })
  const shown =
    signedBy.length === 0
      ? specimens.slice(0, 1)
      : specimens.filter(({ customerId }) => signedBy.includes(customerId))
  return (
    <div data-step="skip">
      <button type="button" className={buttons.link} aria-expanded={open} onClick={toggle}>
        {t(open ? 'specimens.hide' : 'specimens.show')}
        <Kbd aria-hidden>F12</Kbd>
      </button>
      {open && shown.map((specimen) => <Person key={specimen.customerId} specimen={specimen} />)}
    </div>
  )
}

function Person({ specimen: { name, photo, signature } }: { readonly specimen: Specimen }) {
  const { t } = useTranslation('mandates')
  const figure = useRef<HTMLElement>(null)
  // In a low window its place is beneath what is in sight.
  useEffect(() => {
    figure.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <figure className={styles.person} ref={figure}>
      <figcaption className={typography.secondary}>
        <bdi>{name}</bdi> {photo === null && signature === null && t('specimens.none')}
      </figcaption>
      {photo !== null && <Picture documentId={photo} label={t('specimens.photo', { name })} />}
      {signature !== null && <Picture documentId={signature} label={t('specimens.signature', { name })} />}
    </figure>
  )
}

/** Handed out after the look at it is recorded. */
function Picture({ documentId, label }: { readonly documentId: string; readonly label: string }) {
  const { answer } = useQueryCall('documents.readFile', { documentId })
  if (answer.state === 'unknown') return <AnswerNote answer={answer} />
  const page = answer.state === 'known' ? answer.value.pages[0] : undefined
  return (
    <div className={styles.picture}>
      {page !== undefined && (
        <FilePreview key={documentId} content={page.content} mediaType={page.mediaType} label={label} />
      )}
    </div>
  )
}
