import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../calls/use-call.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { download } from '../../components/download.ts'
import { FailureNote } from '../../components/failure-note.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'

/** Saves one file for whoever helps from afar. */
export function SupportButton() {
  const { t } = useTranslation('health')
  const { run, busy, failure } = useCall('health.support')
  const save = async () => {
    const answer = await run({})
    if (answer?.ok !== true) return
    const { content, fileName, mediaType } = answer.value
    download(content, fileName, mediaType)
  }
  useKeys({ B: { label: t('support'), run: () => void save(), disabled: busy } })
  return (
    <>
      <FailureNote failure={failure} />
      <BusyButton
        variant="default"
        keys="B"
        leftSection={<IconDownload size={16} aria-hidden />}
        busy={busy}
        onClick={() => void save()}
      >
        {t('support')}
      </BusyButton>
    </>
  )
}
