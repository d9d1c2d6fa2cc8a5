import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

/** `+46701740605` → `+46 70 174 06 05`, for reading aloud. A number that cannot be read is returned as it is. */
export const spokenPhone = (phone: string): string =>
  parsePhoneNumberFromString(phone)?.formatInternational() ?? phone
