import { z } from 'zod'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { text } from '../../../shared/contract/fields.ts'
import { FormText } from '../../components/form/form-text.tsx'
import { InlineForm } from '../../components/form/inline-form.tsx'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'
import { CertificateQuestion } from './certificate-question.tsx'
import { useAddScanner } from './use-add-scanner.ts'

const schema = z.object({ address: text(300) })
const FIELD_OF = { SCANNER_ADDRESS_INVALID: 'address', SCANNER_UNREACHABLE: 'address' } as const

/** Adds a scanner by its address. */
export function AddScanner({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('scanners')
  const add = useAddScanner(onClose)
  const form = useContractForm(schema, { address: '' })
  const [beside, setBeside] = useState(false)
  const submit = form.handleSubmit(async ({ address }) => {
    const failure = await add.run(address, null)
    setBeside(failure !== null && showFailure(form, failure, FIELD_OF))
  })
  return (
    <InlineForm
      isBeside
      submit={{ label: t('add'), run: () => void submit(), busy: add.busy }}
      leave={{ label: t('done'), run: onClose, unavailable: add.busy }}
      failure={beside ? null : add.failure}
      notes={
        add.asked !== null && (
          <CertificateQuestion fingerprint={add.asked.fingerprint} onAccept={add.accept} />
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
