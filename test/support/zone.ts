/** Zones without summer time, three hours apart, so that it is about noon in one of them. */
const ZONES = [
  'Africa/Abidjan',
  'Africa/Nairobi',
  'Asia/Dhaka',
  'Asia/Tokyo',
  'Pacific/Tarawa',
  'Pacific/Gambier',
  'America/Costa_Rica',
  'America/Sao_Paulo',
] as const

const hourIn = (zone: string) =>
  Number(new Date().toLocaleString('en', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' }))

const isAboutNoon = (zone: string) => Math.abs(hourIn(zone) - 12) <= 1

/** Names the zone to the processes of a run, which all take the same one. */
const VARIABLE = 'COREX_TEST_ZONE'

/**
 * The time zone of the branches in tests. It is about noon there when the tests begin, so that no business date ends while they run: the
 * same at every hour. Now and then its date is not that of UTC, as it is at a branch.
 */
export const TIME_ZONE = (process.env[VARIABLE] ??= ZONES.find(isAboutNoon) ?? ZONES[0])
