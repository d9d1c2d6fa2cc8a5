import { FileButton, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { BusyButton } from '../../components/busy-button.tsx'
import { FieldErrorText } from '../../components/form/field-error.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { LongWork } from '../../components/work-bar.tsx'
import { PreviewNotes } from './preview-notes.tsx'
import { PreviewSums } from './preview-sums.tsx'
import type { NewPayments } from './use-new-payments.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'

const ACCEPTED = '.csv,.txt,.xml,text/csv,application/xml,text/xml'

/** The account that pays, the file, what it comes to, and the button that takes it. */
export function NewPaymentsForm({ work }: { readonly work: NewPayments }) {
  const { t } = useTranslation('payments')
  const { preview, mayTake, taking, failure } = work
  const label =
    preview === null
      ? t('postNone')
      : preview.exceeded === null
        ? t('post', { count: preview.payments })
        : t('propose')
  return (
    <PanelForm
      title={t('new')}
      submit={{ label, run: work.take, busy: taking, unavailable: !mayTake, waiting: work.reading }}
      failure={failure}
    >
      <PayerField work={work} />
      <FileField work={work} />
      <TextInput
        label={t('description')}
        description={t('descriptionHint')}
        value={work.description}
        maxLength={140}
        dir="auto"
        autoComplete="off"
        onChange={({ currentTarget }) => work.setDescription(currentTarget.value)}
      />
      {preview !== null && (
        <>
          <PreviewNotes preview={preview} />
          <PreviewSums preview={preview} />
        </>
      )}
    </PanelForm>
  )
}

function PayerField({ work: { typed, setTyped, account } }: { readonly work: NewPayments }) {
  const { t } = useTranslation('payments')
  const found = account?.state === 'known' ? account.value : undefined
  return (
    <div>
      <TextInput
        label={t('fromAccount')}
        value={typed}
        autoFocus
        dir="ltr"
        inputMode="numeric"
        autoComplete="off"
        maxLength={30}
        error={found === null ? <FieldErrorText message={t('noAccount')} /> : null}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      {found != null && <bdi className={typography.secondary}>{found.customerName}</bdi>}
    </div>
  )
}

/** The name of the file stands in the head of its lines, and here whether one was chosen. */
function FileField({ work: { chosen, choose, reading, progress, drop } }: { readonly work: NewPayments }) {
  const { t } = useTranslation('payments')
  return (
    <div className={layout.stack} data-chosen={chosen === null ? undefined : true}>
      <FileButton onChange={choose} accept={ACCEPTED}>
        {({ onClick }) => (
          <BusyButton variant="default" fullWidth busy={reading} onClick={onClick}>
            {t(chosen === null ? 'choose' : 'another')}
          </BusyButton>
        )}
      </FileButton>
      <LongWork progress={progress} label={t('reading')} onCancel={drop} />
    </div>
  )
}
