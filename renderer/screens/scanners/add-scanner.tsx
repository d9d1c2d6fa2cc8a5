import { z } from 'zod'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { text } from '../../../shared/contract/fields.ts'
import { useCall } from '../../calls/use-call.ts'
import { FormText } from '../../components/form/form-text.tsx'
import { InlineForm } from '../../components/form/inline-form.tsx'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'
import { CertificateQuestion } from './certificate-question.tsx'

const schema = z.object({ address: text(300) })

/** Adds a scanner by its address when it answers there. A certificate that nobody vouches for is asked about once. */
export function AddScanner({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('scanners')
  const add = useCall('scanners.add')
  const form = useContractForm(schema, { address: '' })
  const [asked, setAsked] = useState<{ readonly address: string; readonly fingerprint: string } | null>(null)
  const [beside, setBeside] = useState(false)
  const run = async (address: string, fingerprint: string | null) => {
    setAsked(null)
    const answer = await add.run({ address, fingerprint })
    if (answer === null) return
    if (answer.ok) return onClose()
    const found = answer.error.details?.['fingerprint']
    if (answer.error.code === 'SCANNER_CERTIFICATE_UNKNOWN' && found !== undefined)
      setAsked({ address, fingerprint: found })
    setBeside(
      showFailure(form, answer.error, { SCANNER_ADDRESS_INVALID: 'address', SCANNER_UNREACHABLE: 'address' }),
    )
  }
  const submit = form.handleSubmit(({ address }) => run(address, null))
  return (
    <InlineForm
      submit={{ label: t('add'), run: () => void submit(), busy: add.busy }}
      leave={{ label: t('done'), run: onClose, unavailable: add.busy }}
      failure={asked !== null || beside ? null : add.failure}
      notes={
        asked !== null && (
          <CertificateQuestion
            fingerprint={asked.fingerprint}
            onAccept={() => void run(asked.address, asked.fingerprint)}
          />
        )
      }
    >
      <FormText
        control={form.control}
        name="address"
        label={t('address')}
        description={t('addressHint')}
        dir="ltr"
        maxLength={300}
      />
    </InlineForm>
  )
}
