import type { TFunction } from 'i18next'
import type { PrinterView } from '../../../shared/contract/printers.ts'

/** What kind of printer it is, and where. */
export function wayText({ by, host, port, roll }: PrinterView['way'], t: TFunction<'printers'>) {
  const place = host.includes(':') ? `[${host}]:${String(port)}` : `${host}:${String(port)}`
  return { kind: t(`ways.${by}`, { roll }), place }
}
