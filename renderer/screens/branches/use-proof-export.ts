import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../calls/use-call.ts'
import { download } from '../../components/download.ts'
import { announce } from '../../feedback/announce.ts'

type Format = 'PDF' | 'JSON'

/** Makes the paper of a closed day, or the file of what was kept. `format` is the one being made or made last. */
export function useProofExport(businessDate: string) {
  const { t } = useTranslation('branches')
  const { run, busy, failure } = useCall('branches.exportProof')
  const [format, setFormat] = useState<Format>('PDF')
  const save = async (wanted: Format) => {
    setFormat(wanted)
    const answer = await run({ businessDate, format: wanted })
    if (answer?.ok !== true) return
    const { content, fileName, mediaType } = answer.value
    download(content, fileName, mediaType)
    announce(t('proof.saved', { name: fileName }))
  }
  return { save, busy, failure, format }
}
