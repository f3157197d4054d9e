import { useMemo } from 'react'
import { useLanguage } from './texts.tsx'

const ZONE = 'Europe/Amsterdam'
const TAGS = { nl: 'nl-NL', en: 'en-GB' } as const

/** Moments and days as people write them, in the time of the Netherlands wherever the device is. */
export function useDates() {
  const { language } = useLanguage()
  return useMemo(() => {
    const format = (options: Intl.DateTimeFormatOptions, timeZone: string) => {
      // Made when it is needed: five of them cost a slow phone a tenth of a second.
      let made: Intl.DateTimeFormat | undefined
      return (value: string | Date): string =>
        (made ??= new Intl.DateTimeFormat(TAGS[language], { ...options, timeZone })).format(
          typeof value === 'string' ? new Date(value) : value,
        )
    }
    return {
      /** 14:03 */
      time: format({ hour: '2-digit', minute: '2-digit' }, ZONE),
      /** 26 november 2026 */
      day: format({ day: 'numeric', month: 'long', year: 'numeric' }, ZONE),
      /** donderdag 26 november 14:03 */
      moment: format({ weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' }, ZONE),
      /** donderdag 26 november */
      weekday: format({ weekday: 'long', day: 'numeric', month: 'long' }, ZONE),
      /** A calendar day without a time, such as a birthday. */
      date: format({ day: 'numeric', month: 'long', year: 'numeric' }, 'UTC'),
    }
  }, [language])
}
