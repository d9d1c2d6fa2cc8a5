import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { text } from '../../../shared/contract/fields.ts'
import { useCall } from '../../calls/use-call.ts'
import { FormSelect } from '../../components/form/form-select.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'
import { announce } from '../../feedback/announce.ts'

const ROLLS = ['80', '58'] as const
const schema = z.object({ name: text(60), address: text(300), roll: z.enum(ROLLS) })
const EMPTY = { name: '', address: '', roll: '80' } as const
const FIELD_OF = { PRINTER_ADDRESS_INVALID: 'address' } as const

/** Adds a receipt printer by its address. Whether it is the right one, its test page says. */
export function AddPrinter() {
  const { t } = useTranslation('printers')
  const add = useCall('printers.add')
  const form = useContractForm(schema, EMPTY)
  const submit = form.handleSubmit(async ({ name, address, roll }) => {
    const answer = await add.run({ name, way: { by: 'ESCPOS', address, roll } })
    if (answer?.ok === false) showFailure(form, answer.error, FIELD_OF)
    if (answer?.ok !== true) return
    form.reset(EMPTY)
    announce(t('added', { name }))
  })
  const isBeside = add.failure?.code === 'PRINTER_ADDRESS_INVALID'
  return (
    <PanelForm
      title={t('add')}
      buttons="flow"
      submit={{ label: t('addNow'), run: () => void submit(), busy: add.busy }}
      failure={isBeside ? null : add.failure}
    >
      <FormText
        control={form.control}
        name="name"
        label={t('name')}
        description={t('nameHint')}
        maxLength={60}
        startHere
      />
      <FormText
        control={form.control}
        name="address"
        label={t('address')}
        description={t('addressHint')}
        dir="ltr"
        maxLength={300}
      />
      <FormSelect
        control={form.control}
        name="roll"
        label={t('roll')}
        options={ROLLS.map((value) => ({ value, label: t('rollOf', { roll: value }) }))}
      />
    </PanelForm>
  )
}
