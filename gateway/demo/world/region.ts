import { groenhofCollege, rocVoorbeeld, vakcollegeDelta, vechtdalCollege } from '../organisations.ts'
import type { DemoOrganisation } from '../organisations.ts'
import type { Municipality } from './types.ts'

/** The regions of the demo world (RMC, Doorstroompunt). */
export const regions: readonly { code: string; name: string }[] = [
  { code: '10', name: 'IJssel-Vecht' },
  { code: '18', name: 'Flevoland' },
  { code: '19', name: 'Utrecht' },
  { code: '21', name: 'Agglomeratie Amsterdam' },
  { code: '29', name: 'Rijnmond' },
]

const vo = (brin: string, name: string, region: string): DemoOrganisation => ({ brin, name, kind: 'VO', region })
const mbo = (brin: string, name: string, region: string): DemoOrganisation => ({ brin, name, kind: 'MBO', region })

/** Schools for secondary education; all but the first exist in generated dossiers only. Names and numbers are invented. */
export const voSchools: readonly DemoOrganisation[] = [
  vechtdalCollege,
  vo('04AA', 'Sassenpoort College', '10'),
  vo('04AB', 'De Zwaluw', '10'),
  vo('04AC', 'Peperbus Lyceum', '10'),
  vo('04BA', 'Polderlicht College', '18'),
  vo('04BB', 'Het Zeilhof', '18'),
  vo('04BC', 'Weerwater Lyceum', '18'),
  vo('04CA', 'Kromme Rijn Lyceum', '19'),
  vo('04CB', 'Domplein College', '19'),
  vo('04CC', 'De Smederij', '19'),
  vo('04CD', 'Lekstroom College', '19'),
  vo('04DA', 'Amstelbocht College', '21'),
  vo('04DB', 'Het Sluislyceum', '21'),
  vo('04EA', 'Maaskade College', '29'),
  vo('04EB', 'De Kraanvogel', '29'),
]

/** Institutions for vocational education. Names and numbers are invented. */
export const mboInstitutions: readonly DemoOrganisation[] = [
  rocVoorbeeld,
  mbo('05HB', 'Hanzeboog College', '10'),
  mbo('05YV', 'IJssel Vakschool', '10'),
  mbo('05GV', 'Groene Vecht', '10'),
  mbo('05ST', 'Stadshagen Techniek', '10'),
  mbo('05ZO', 'Zorgcampus Oost', '10'),
  vakcollegeDelta,
  mbo('06DM', 'Domtoren mbo', '19'),
  mbo('06KR', 'Kanaaleiland College', '19'),
  mbo('06HV', 'Heuvelrug Vakschool', '19'),
  mbo('06LM', 'Lage Meent', '19'),
  mbo('06ST', 'Stichtse Techniekschool', '19'),
  groenhofCollege,
  mbo('07PW', 'Polderwijk mbo', '18'),
  mbo('07ZZ', 'Zuiderzee Vakcollege', '18'),
  mbo('08AM', 'Amstelland mbo', '21'),
  mbo('08NO', 'Noordoever College', '21'),
  mbo('09MM', 'Maasmond Vakschool', '29'),
  mbo('09RH', 'Rijnhaven College', '29'),
]

const places: Record<string, [code: string, name: string, postcodes: number][]> = {
  '10': [
    ['GM0193', 'Zwolle', 8011],
    ['GM0166', 'Kampen', 8261],
    ['GM0148', 'Dalfsen', 7721],
    ['GM0160', 'Hardenberg', 7771],
    ['GM0175', 'Ommen', 7731],
    ['GM1896', 'Zwartewaterland', 8061],
  ],
  '18': [
    ['GM0995', 'Lelystad', 8223],
    ['GM0034', 'Almere', 1311],
    ['GM0303', 'Dronten', 8251],
  ],
  '19': [
    ['GM0344', 'Utrecht', 3511],
    ['GM0356', 'Nieuwegein', 3431],
    ['GM0355', 'Zeist', 3701],
    ['GM0321', 'Houten', 3991],
    ['GM0632', 'Woerden', 3441],
  ],
  '21': [
    ['GM0363', 'Amsterdam', 1012],
    ['GM0362', 'Amstelveen', 1181],
  ],
  '29': [
    ['GM0599', 'Rotterdam', 3011],
    ['GM0606', 'Schiedam', 3111],
    ['GM0502', 'Capelle aan den IJssel', 2901],
  ],
}

/** Municipalities of a region, with the digits of a postcode there. */
export const municipalitiesOf = (region: string): readonly (Municipality & { postcode: number })[] =>
  (places[region] ?? []).map(([code, name, postcode]) => ({ code, name, postcode }))

/** The municipalities where the ten demo people live. */
export const zwolle: Municipality = { code: 'GM0193', name: 'Zwolle' }
export const kampen: Municipality = { code: 'GM0166', name: 'Kampen' }
export const dalfsen: Municipality = { code: 'GM0148', name: 'Dalfsen' }
export const zwartewaterland: Municipality = { code: 'GM1896', name: 'Zwartewaterland' }

const byBrin = new Map<string, DemoOrganisation>([...voSchools, ...mboInstitutions].map((one) => [one.brin, one]))

/** Every school and institution of the demo world. */
export const organisations: readonly DemoOrganisation[] = [...byBrin.values()]

/** The school or institution with this BRIN; throws when the world has none. */
export function organisation(brin: string): DemoOrganisation {
  const found = byBrin.get(brin)
  if (!found) throw new RangeError(`the demo world has no organisation ${brin}`)
  return found
}
