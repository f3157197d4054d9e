import type { Detail, FieldGroup, Purpose } from '@doorstroomhub/consent/rules/words.ts'
import type { Dates } from './dates.ts'
import { addDays } from './dates.ts'
import { idOf } from './ids.ts'
import { mboInstitutions, regions, voSchools } from './region.ts'
import type { WorldAgreement } from './types.ts'

/** What a region lets go along, and for what. */
type Terms = [group: FieldGroup, detail: Detail, ...purposes: Purpose[]][]

const usual: Terms = [
  ['IDENTITY', 'TICK_AND_ADVICE', 'INTAKE_TALK', 'SUPPORT_ARRANGEMENT', 'STUDY_START', 'ENROLMENT_ADMIN'],
  ['CONTACT', 'TICK_AND_ADVICE', 'INTAKE_TALK', 'STUDY_START', 'ENROLMENT_ADMIN'],
  ['STUDY_ADVICE', 'TICK_AND_ADVICE', 'INTAKE_TALK', 'SUPPORT_ARRANGEMENT', 'STUDY_START'],
  ['CAREER_SUMMARY', 'TICK_AND_ADVICE', 'INTAKE_TALK', 'STUDY_START'],
  ['CAREER_FILE', 'TICK_AND_ADVICE', 'STUDY_START'],
  ['INTAKE_PREPARATION', 'TICK_AND_ADVICE', 'INTAKE_TALK'],
]
const accommodations = (detail: Detail): Terms => [
  ['ACCOMMODATIONS', detail, 'INTAKE_TALK', 'SUPPORT_ARRANGEMENT', 'STUDY_START'],
]
const condition: Terms = [['CONDITION', 'TICK_AND_ADVICE', 'SUPPORT_ARRANGEMENT']]
const plusDocument: Terms = [['PLUS_DOCUMENT', 'TICK_AND_ADVICE', 'INTAKE_TALK', 'STUDY_START']]

const terms: Record<string, Terms> = {
  '10': [...usual, ...accommodations('TICK_AND_ADVICE'), ...condition, ...plusDocument],
  '18': [...usual, ...accommodations('TICK_AND_ADVICE'), ...condition, ...plusDocument],
  // Utrecht exchanges ticks only, no plus document and nothing about a condition.
  '19': [...usual, ...accommodations('TICK')],
  '21': [...usual, ...accommodations('TICK_AND_ADVICE'), ...plusDocument],
  '29': [...usual, ...accommodations('TICK'), ...condition, ...plusDocument],
}

const goals: Record<string, string[]> = {
  '10': [
    'Elke leerling heeft in de week na de zomer al een bekend gezicht op het mbo.',
    'Wat een leerling helpt, is geregeld op de eerste lesdag.',
    'Wij vragen niet twee keer wat de leerling al heeft verteld.',
  ],
  '18': ['Minder leerlingen wisselen in het eerste jaar van opleiding.', 'De leerling voert zelf het gesprek.'],
  '19': [
    'Korte lijnen tussen mentor en mbo, met zo weinig mogelijk gegevens.',
    'Wij kruisen alleen aan wat nodig is; de leerling vertelt de rest.',
  ],
  '21': ['Geen leerling verdwijnt in de zomer uit beeld.', 'Scholen gebruiken dezelfde woorden.'],
  '29': ['Een warme start op het mbo, ook voor wie laat kiest.', 'De leerling beslist wat meegaat.'],
}

const signers: Record<string, [string, string]> = {
  '10': ['Hanneke Wolters', 'Ruud Tempelman'],
  '18': ['Siham Jelloul', 'Bert de Groot'],
  '19': ['Floortje Maassen', 'Deniz Kaya'],
  '21': ['Rosa Blijd', 'Peter Kwakman'],
  '29': ['Cor van Wijngaarden', 'Nadia Fortes'],
}

/** The groups that a region lets go along for a purpose. */
export const allowedGroups = (region: string, purpose: Purpose): FieldGroup[] =>
  (terms[region] ?? []).filter(([, , ...purposes]) => purposes.includes(purpose)).map(([group]) => group)

/** The agreement that is in force in each region: one vo school and one institution signed it, two summers ago at least. */
export function agreements(dates: Dates): WorldAgreement[] {
  const signed = `${dates.season.startYear - 2}-06-15`
  const from = `${dates.season.startYear - 2}-08-01`
  const at = (day: string): Date => new Date(`${day}T10:00:00Z`)
  return regions.map(({ code }) => {
    const vo = voSchools.find(({ region }) => region === code)
    const mbo = mboInstitutions.find(({ region }) => region === code)
    const [forVo, forMbo] = signers[code] ?? []
    if (!vo || !mbo || !forVo || !forMbo) throw new RangeError(`region ${code} has nobody to sign`)
    return {
      id: idOf('agreement', `${code}/1`),
      region: code,
      version: 1,
      state: 'ACTIVE',
      allowed: (terms[code] ?? []).map(([group, detail, ...purposes]) => ({ group, detail, from, purposes })),
      minorPolicy: 'BOTH_UNTIL_18',
      postEnrolment: 'CONSENT',
      goals: goals[code] ?? [],
      beatSeconds: code === '10' ? 2 : 900,
      signers: [
        { subject: `tekent-${vo.brin.toLowerCase()}`, name: forVo, brin: vo.brin, at: at(signed) },
        { subject: `tekent-${mbo.brin.toLowerCase()}`, name: forMbo, brin: mbo.brin, at: at(addDays(signed, 12)) },
      ],
      activatedAt: at(addDays(signed, 12)),
    }
  })
}
