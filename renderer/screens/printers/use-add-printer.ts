import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { text } from '../../../shared/contract/fields.ts'
import { useCall } from '../../calls/use-call.ts'
import { showFailure, useContractForm } from '../../components/form/use-contract-form.ts'
import { announce } from '../../feedback/announce.ts'
import { wayOfPlace } from './printer-place.ts'

export const ROLLS = ['80', '58'] as const
export const KINDS = ['ESCPOS', 'COMPUTER'] as const

const name = text(60)
const schema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ESCPOS'), name, address: text(300), roll: z.enum(ROLLS), place: z.string() }),
  z.object({ kind: z.literal('COMPUTER'), name, address: z.string(), roll: z.enum(ROLLS), place: text(300) }),
])
const EMPTY = { kind: 'ESCPOS', name: '', address: '', roll: '80', place: '' } as const
const FIELD_OF = { PRINTER_ADDRESS_INVALID: 'address' } as const

export type AddControl = ReturnType<typeof useAddPrinter>['control']

/** Adds a printer to this workstation. */
export function useAddPrinter(onAdded: () => void) {
  const { t } = useTranslation('printers')
  const add = useCall('printers.add')
  const form = useContractForm(schema, EMPTY)
  const send = form.handleSubmit(async (typed) => {
    const { kind, address, roll, place } = typed
    const way = kind === 'COMPUTER' ? wayOfPlace(place) : { by: kind, address, roll }
    const answer = await add.run({ name: typed.name, way })
    if (answer?.ok === false) showFailure(form, answer.error, FIELD_OF)
    if (answer?.ok !== true) return
    announce(t('added', { name: typed.name }))
    onAdded()
  })
  return {
    control: form.control,
    submit: { label: t('addNow'), run: () => void send(), busy: add.busy },
    failure: add.failure?.code === 'PRINTER_ADDRESS_INVALID' ? null : add.failure,
  }
}
