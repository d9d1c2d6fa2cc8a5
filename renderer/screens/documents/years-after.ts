/** The same day so many years later; the 28th where there is no 29th of February. Dates are ISO 8601. */
export function yearsAfter(date: string, years: number): string {
  const [year = '', month = '', day = ''] = date.split('-')
  const later = Number(year) + years
  const leap = later % 4 === 0 && (later % 100 !== 0 || later % 400 === 0)
  return `${later}-${month}-${month === '02' && day === '29' && !leap ? '28' : day}`
}
