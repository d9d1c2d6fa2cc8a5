/**
 * One line of text without characters that have no shape or change the order of others: an embedded
 * "override" could show 5021 where 1205 is stored. The joiners stay: Persian and Hindi are misspelt without them.
 */
export const printable = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/(?![\u200c\u200d])[\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .trim()
