import { seedPeople } from '@doorstroomhub/gateway/demo/seed/write.ts'
import { datesFrom } from '@doorstroomhub/gateway/demo/world/dates.ts'
import { ten } from '@doorstroomhub/gateway/demo/world/people/ten.ts'
import type { WorldDossier } from '@doorstroomhub/gateway/demo/world/types.ts'
import { randomInt, randomUUID } from 'node:crypto'
import type { World } from '../world.ts'
import { NOW, NUMBER_KEY } from '../world/prepared.ts'
import { widest } from './actions/agreements.ts'
import { crebosOf } from './actions/applications.ts'
import type { Model } from './case.ts'
import { castOf, HOME_MUNICIPALITY, type Cast, type Institution } from './people.ts'

/** How a story begins; drawn, so that it can be told again. */
export interface Beginning {
  birthDate: string
  guardians: number
  scopes: number
  policies: number
}

/** From fourteen to adult, with a birthday near and with the one that comes once in four years. */
export const BIRTH_DATES = [
  '2010-11-25',
  '2010-12-10',
  '2008-11-25',
  '2008-12-03',
  '2011-05-05',
  '2010-01-15',
  '2009-06-01',
  '2012-02-29',
  '2008-02-29',
  '2007-03-01',
]
export const START_YEAR = 2027
const ELEVEN = [9, 8, 7, 6, 5, 4, 3, 2, -1]

let stories = 0

/** The next invented number that passes the eleven-test. */
function numberAfter(seed: number): string {
  for (let number = 100_000_000 + seed * 11; ; number += 1) {
    const digits = String(number)
    const sum = ELEVEN.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
    if (sum % 11 === 0) return digits
  }
}

/** A copy with ids of its own, so that two dossiers never meet. */
function copied<Value>(value: Value, ids: Map<string, string>): Value {
  if (value instanceof Date || value === null) return value
  if (Array.isArray(value)) return value.map((item) => copied(item, ids)) as Value
  if (typeof value === 'object')
    return Object.fromEntries(Object.entries(value as object).map(([key, item]) => [key, copied(item, ids)])) as Value
  if (typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(value)) {
    if (!ids.has(value)) ids.set(value, randomUUID())
    return ids.get(value) as Value
  }
  return value
}

function dossierOf(cast: Cast, school: string, region: string, birthDate: string): WorldDossier {
  const base = ten(datesFrom(NOW)).find(({ subject }) => subject === 'eva')
  if (!base?.content) throw new Error('eva has no dossier')
  const since = new Date(NOW.getTime() - 30 * 86_400_000)
  const party = ({ viewer }: Cast['student'], brin: string | null) => ({
    subject: viewer.subject,
    name: viewer.name,
    role: viewer.role as WorldDossier['parties'][number]['role'],
    brin,
    since,
    until: null,
  })
  const student = party(cast.student, null)
  const content = copied(base.content, new Map())
  return {
    ...base,
    id: randomUUID(),
    subject: student.subject,
    status: 'DRAFT',
    version: 1,
    paused: false,
    homeSchool: school,
    region,
    birthDate,
    startYear: START_YEAR,
    createdAt: since,
    parties: [
      student,
      ...cast.guardians.map((guardian) => party(guardian, null)),
      party(cast.mentor, school),
      party(cast.careCoordinator, school),
    ],
    approvals: [],
    numberStatement: null,
    applications: [],
    consents: [],
    requests: [],
    statusHistory: [{ from: null, to: 'DRAFT', at: since, by: student }],
    content: {
      ...content,
      identity: { ...content.identity, birthDate, leavingSchool: school },
      personalNumber: { kind: 'BSN', number: numberAfter(randomInt(70_000_000)) },
    },
  }
}

/** Writes the places, the agreements and the dossier of one story, and answers the model of it. Nobody applied anywhere yet. */
export async function begin(world: World, beginning: Beginning): Promise<{ model: Model; bystander: string }> {
  const { sql } = world.database
  world.clock.set(NOW)
  // Time is moved for the whole hub: what other stories left would have its own deadlines.
  await sql('truncate consent.dossier cascade')
  const tag = (stories += 1).toString(36)
  const letters = `${String.fromCharCode(65 + (Math.floor(stories / 26) % 26))}${String.fromCharCode(65 + (stories % 26))}`
  const [first, second]: [Institution, Institution] = [
    { brin: `91${letters}`, name: 'ROC Voorbeeld', region: `a${tag}` },
    { brin: `92${letters}`, name: 'Vakcollege Delta', region: `b${tag}` },
  ]
  const school = `90${letters}`
  const cast = castOf(tag, { school, institutions: [first, second] }, beginning)
  const agreements: Model['agreements'] = [first, second].map(({ region }, index) => ({
    id: randomUUID(),
    region,
    state: 'ACTIVE',
    allowed: widest(),
    minorPolicy: beginning.policies & (1 << index) ? 'STUDENT_FROM_16' : 'BOTH_UNTIL_18',
    postEnrolment: beginning.policies & (4 << index) ? 'RIGHT_OF_ACCESS' : 'CONSENT',
    signers: ['a', 'b'],
  }))
  for (const [index, { brin, name, region }] of [first, second].entries()) {
    await sql('insert into consent.region (code, name) values ($1, $2) on conflict do nothing', [
      region,
      `Region of ${name}`,
    ])
    await sql('delete from consent.agreement where region_code = $1', [region])
    await sql(
      `insert into consent.organisation (brin, name, kind, region_code) values ($1, $2, 'MBO', $3)
        on conflict (brin) do update set region_code = excluded.region_code`,
      [brin, name, region],
    )
    const { id, allowed, minorPolicy, postEnrolment } = agreements[index]!
    await sql(
      `insert into consent.agreement (id, region_code, version, state, allowed, minor_policy, post_enrolment, goals,
        beat_seconds, signers, created_at, activated_at) values ($1, $2, 1, 'ACTIVE', $3, $4, $5, '{}', 900, '[]', $6, $6)`,
      [id, region, JSON.stringify(allowed), minorPolicy, postEnrolment, NOW],
    )
  }
  await sql(
    `insert into consent.organisation (brin, name, kind, region_code) values ($1, 'the school', 'VO', $2)
      on conflict (brin) do update set region_code = excluded.region_code`,
    [school, first.region],
  )
  const crebos = await sql<{ crebo: string }>('select crebo from consent.programme order by crebo limit 2')
  crebosOf(crebos.map(({ crebo }) => crebo))
  const dossier = dossierOf(cast, school, first.region, beginning.birthDate)
  const strangers = castOf(`${tag}x`, { school, institutions: [first, second] }, beginning)
  const bystander = { ...dossierOf(strangers, school, first.region, '1990-07-01'), startYear: 2040 }
  await seedPeople(sql, [dossier, bystander], NUMBER_KEY)
  const content = dossier.content!
  const parties = await sql<{ id: string; subject: string }>(
    'select id, subject from consent.party where dossier_id = $1',
    [dossier.id],
  )
  return {
    bystander: bystander.id,
    model: {
      id: dossier.id,
      cast,
      places: { school, institutions: [first, second] },
      parties: new Map(parties.map(({ id, subject }) => [subject, String(id)])),
      gone: new Set(),
      now: NOW.getTime(),
      birthDate: beginning.birthDate,
      municipality: HOME_MUNICIPALITY,
      startYear: START_YEAR,
      status: 'DRAFT',
      version: 1,
      paused: false,
      statement: false,
      yes: [],
      beforeEnrolment: 'DRAFT',
      eraseAsked: null,
      agreements,
      applications: [],
      consents: [],
      requests: [],
      inside: new Set(),
      guidance: [],
      advice: content.studyAdvice.map(({ id, version, acceptedVersion }) => ({
        id,
        version,
        accepted: acceptedVersion,
      })),
      needs: content.support.needs.map(({ id }) => id),
      experiences: content.careerFile.experiences.map(({ id }) => id),
      plusItems: content.plusDocument.items.map(({ id }) => id),
    },
  }
}
