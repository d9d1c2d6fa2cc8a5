import type { TFunction } from 'i18next'
import { type DocumentType, sideOf } from '../../../../shared/rules/documents.ts'

/** What a page of a document is called, counted from 0: the sides of a card by their names, other pages by their number. */
export function sideWords(t: TFunction<'documents'>, type: DocumentType, at: number, of: number): string {
  const isCard = sideOf(type, 1) === 'BACK'
  if (isCard && at === 0) return t('pages.front')
  return sideOf(type, at) === 'BACK' ? t('pages.back') : t('pages.pageOf', { page: at + 1, pages: of })
}
