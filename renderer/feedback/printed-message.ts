import type { PrintTold } from '../../shared/contract/printers.ts'
import { i18n } from '../i18n/i18n.ts'

type Printed = { readonly printer: string; readonly told: PrintTold; readonly isCopy?: boolean }

/** What came of a print: it is on paper, or the system took it and nobody knows more. */
export function printedMessage({ printer, told, isCopy = false }: Printed): string {
  if (told === 'TAKEN')
    return isCopy ? i18n.t('printers:takenCopy', { printer }) : i18n.t('printers:taken', { printer })
  return isCopy ? i18n.t('printers:printedCopy', { printer }) : i18n.t('printers:printed', { printer })
}
