import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'

/** E.164, read as the main process reads it: in the given country unless it names its own. Null when it is not a number. */
export function readPhone(typed: string, country: string): string | null {
  const parsed = parsePhoneNumberFromString(typed, isSupportedCountry(country) ? country : undefined)
  return parsed?.isValid() === true ? parsed.number : null
}

/** `+46701740605` → `+46 70 174 06 05`, for reading aloud. */
export const spokenPhone = (phone: string): string =>
  parsePhoneNumberFromString(phone)?.formatInternational() ?? phone
