import type { TFunction } from 'i18next'
import type { PrinterView } from '../../../shared/contract/printers.ts'

/** What kind of printer it is, and where. */
export function wayText(way: PrinterView['way'], t: TFunction<'printers'>) {
  if (way.by === 'CUPS') return { kind: t('ways.CUPS'), place: way.queue }
  if (way.by === 'SYSTEM') return { kind: t('ways.SYSTEM'), place: way.device }
  const { host, port, roll } = way
  const place = host.includes(':') ? `[${host}]:${String(port)}` : `${host}:${String(port)}`
  return { kind: t('ways.ESCPOS', { roll }), place }
}
