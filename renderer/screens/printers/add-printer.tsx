import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { FormSelect } from '../../components/form/form-select.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { Note } from '../../components/failure-note.tsx'
import { useQueryCall } from '../../calls/use-call.ts'
import { placesOf } from './printer-place.ts'
import { type AddControl, KINDS, ROLLS, useAddPrinter } from './use-add-printer.ts'

/** Adds a receipt printer by its address, or one of the printers of this computer. Whether it is the right one, its test page says. */
export function AddPrinter() {
  const [added, setAdded] = useState(0)
  return <AddForm key={added} startHere={added === 0} onAdded={() => setAdded(added + 1)} />
}

/** Begins anew for the next one. */
function AddForm({ startHere, onAdded }: { readonly startHere: boolean; readonly onAdded: () => void }) {
  const { t } = useTranslation('printers')
  const { control, submit, failure } = useAddPrinter(onAdded)
  const kind = useWatch({ control, name: 'kind' })
  return (
    <PanelForm title={t('add')} buttons="flow" submit={submit} failure={failure}>
      <FormSelect
        control={control}
        name="kind"
        label={t('kind')}
        options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <FormText
        control={control}
        name="name"
        label={t('name')}
        description={t('nameHint')}
        maxLength={60}
        startHere={startHere}
      />
      {kind === 'COMPUTER' ? <PlaceField control={control} /> : <NetworkFields control={control} />}
    </PanelForm>
  )
}

type FieldsProps = { readonly control: AddControl }

function NetworkFields({ control }: FieldsProps) {
  const { t } = useTranslation('printers')
  return (
    <>
      <FormText
        control={control}
        name="address"
        label={t('address')}
        description={t('addressHint')}
        dir="ltr"
        maxLength={300}
      />
      <FormSelect
        control={control}
        name="roll"
        label={t('roll')}
        options={ROLLS.map((value) => ({ value, label: t('rollOf', { roll: value }) }))}
      />
    </>
  )
}

function PlaceField({ control }: FieldsProps) {
  const { t } = useTranslation('printers')
  const { answer } = useQueryCall('printers.discover', {})
  const places = answer.state === 'known' ? placesOf(answer.value) : []
  if (answer.state === 'known' && places.length === 0) return <Note tone="warn">{t('noPlaces')}</Note>
  return <FormSelect control={control} name="place" label={t('place')} options={places} />
}
