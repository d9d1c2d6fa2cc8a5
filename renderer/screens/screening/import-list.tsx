import { FileButton, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ListPreview } from '../../../shared/contract/screening.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { Fact } from '../../components/fact.tsx'
import { Note } from '../../components/failure-note.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { WorkBar } from '../../components/work-bar.tsx'
import { useImportList } from './use-import-list.ts'
import facts from '../../components/facts.module.css'
import typography from '../../theme/typography.module.css'
import layout from '../../theme/layout.module.css'
import styles from './screening.module.css'

const ACCEPTED = '.csv,.xml,text/csv,application/xml,text/xml'

/** A new version of a list: the files, what they hold and what of them cannot be read, and the button that takes it. */
export function ImportList() {
  const { t } = useTranslation('screening')
  const work = useImportList()
  const { preview, chosen, taking, reading } = work
  if (taking !== null)
    return (
      <div className={layout.padded}>
        <WorkBar progress={taking} label={t('taking')} onCancel={work.cancel} />
      </div>
    )
  return (
    <PanelForm
      title={t('newList')}
      submit={{
        label: t('take'),
        run: work.take,
        busy: work.busy,
        unavailable: !work.mayTake,
        waiting: reading !== null,
      }}
      failure={work.failure}
    >
      <p className={typography.secondary}>{t('formats')}</p>
      <FileButton multiple onChange={work.choose} accept={ACCEPTED}>
        {({ onClick }) => (
          <BusyButton variant="default" fullWidth busy={reading !== null} onClick={onClick}>
            {t(chosen === null ? 'choose' : 'another')}
          </BusyButton>
        )}
      </FileButton>
      {reading !== null && <WorkBar progress={reading} label={t('reads')} onCancel={work.drop} />}
      <TextInput
        label={t('listName')}
        description={t('listNameHint')}
        value={work.name}
        maxLength={60}
        dir="auto"
        autoComplete="off"
        onChange={({ currentTarget }) => work.setName(currentTarget.value)}
      />
      {preview !== null && <Preview preview={preview} />}
    </PanelForm>
  )
}

function Preview({ preview }: { readonly preview: ListPreview }) {
  const { t } = useTranslation('screening')
  return (
    <>
      <dl className={facts.facts}>
        <Fact label={t('readAs')}>{t(`format.${preview.format}`)}</Fact>
        <Fact label={t('publishedOn')}>{preview.published === '' ? t('unknown') : preview.published}</Fact>
        <Fact label={t('entries')}>{t('number', { count: preview.entries })}</Fact>
        <Fact label={t('persons')}>{t('number', { count: preview.persons })}</Fact>
        <Fact label={t('names')}>{t('number', { count: preview.names })}</Fact>
      </dl>
      {preview.faultCount > 0 && (
        <>
          <Note tone="warn">{t('faulty', { count: preview.faultCount })}</Note>
          <ul className={styles.words}>
            {preview.faults.map(({ at, fault, text }) => (
              <li key={`${at} ${text}`}>{t(`fault.${fault}`, { at, text })}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
