import { contentChanged, standing, today, birthday, type AdviceModel, type Model } from '../case.ts'
import { HOME_MUNICIPALITY, OTHER_MUNICIPALITY, type Person } from '../people.ts'
import { act, type Verdict } from './action.ts'

/** Who writes in a group: those with RW in the table of §4. */
function writes(model: Model, who: Person, ...by: NonNullable<ReturnType<typeof standing>>[]): Verdict {
  const how = standing(model, who)
  if (how === null) return 'NOT_FOUND'
  return by.includes(how) ? 'OK' : 'NOT_YOURS'
}

export const contact = act<{ phone: string }>({
  mutation: 'updateContact',
  weight: 2,
  draw: (_model, pick) => ({ phone: `06${String(10_000_000 + pick.below(80_000_000))}` }),
  judge: (model, who) => writes(model, who, 'OWNER'),
  input: ({ id }, { phone }) => ({ dossierId: id, phone }),
  apply: (model) => contentChanged(model),
  tell: () => 'changes the phone number',
})

export const correct = act<{ birthDate?: string; municipality?: string }>({
  mutation: 'correctIdentity',
  weight: 3,
  draw(model, pick) {
    if (pick.chance(40))
      return { municipality: model.municipality === HOME_MUNICIPALITY ? OTHER_MUNICIPALITY : HOME_MUNICIPALITY }
    // Tomorrow's, today's or yesterday's birthday of who turns 16 or 18, and the one that comes once in four years.
    const day = new Date(model.now + (pick.below(3) - 1) * 86_400_000).toISOString().slice(0, 10)
    const year = Number(day.slice(0, 4)) - pick.one([15, 16, 17, 18])
    const born = day.endsWith('-02-29') ? `${year}-03-01` : `${year}${day.slice(4)}`
    return { birthDate: pick.chance(20) ? pick.one(['2012-02-29', '2008-02-29']) : born }
  },
  judge: (model, who) => writes(model, who, 'MENTOR'),
  input: ({ id }, { birthDate, municipality }) => ({
    dossierId: id,
    ...(birthDate ? { birthDate } : {}),
    ...(municipality ? { municipality: { code: municipality, name: 'Kampen' } } : {}),
  }),
  apply(model, _who, { birthDate, municipality }) {
    if (birthDate) model.birthDate = birthDate
    if (municipality) model.municipality = municipality
    contentChanged(model)
  },
  tell: (model, { birthDate, municipality }) =>
    birthDate
      ? `corrects the birth date to ${birthDate} (16 on ${birthday(birthDate, 16)}, today is ${today(model)})`
      : `corrects the municipality to ${municipality}`,
})

export const need = act<object>({
  mutation: 'saveSupportNeed',
  weight: 2,
  draw: (model, pick) => (model.needs.length < 7 || pick.chance(5) ? {} : null),
  judge: (model, who) => writes(model, who, 'OWNER', 'MENTOR', 'CARE'),
  input: ({ id }) => ({ dossierId: id, area: 'OTHER', accommodations: ['QUIET_ROOM'] }),
  shown: '{ accommodations { needs { id } } }',
  apply(model, _who, _input, { accommodations }) {
    model.needs = accommodations.needs.map(({ id }: { id: string }) => id)
    contentChanged(model)
  },
  tell: () => 'adds a need',
})

export const advise = act<{ advice: AdviceModel | null; text: string }>({
  mutation: 'writeStudyAdvice',
  weight: 4,
  draw: (model, pick) => ({
    advice: model.advice.length < 3 && pick.chance(30) ? null : pick.any(model.advice),
    text: `Advice number ${pick.below(1_000_000)}`,
  }),
  judge: (model, who) => writes(model, who, 'MENTOR', 'CARE'),
  input: ({ id }, { advice, text }) => ({ dossierId: id, id: advice?.id ?? null, text }),
  shown: '{ id version }',
  apply(model, _who, { advice }, { id, version }) {
    if (advice) advice.version += 1
    else model.advice.push({ id, version: 1, accepted: null })
    if (version !== (advice?.version ?? 1)) throw new Error(`the advice has version ${version}`)
    contentChanged(model)
  },
  tell: (_model, { advice }) => (advice ? 'writes a new version of the advice' : 'writes new advice'),
})

export const acceptAdvice = act<{ advice: AdviceModel; version: number }>({
  mutation: 'acceptStudyAdvice',
  weight: 10,
  draw(model, pick) {
    const open = model.advice.filter(({ version, accepted }) => version !== accepted)
    const advice = pick.any(pick.chance(90) ? open : model.advice)
    return advice && { advice, version: advice.version - (pick.chance(10) ? 1 : 0) }
  },
  judge(model, who, { advice, version }) {
    const may = writes(model, who, 'OWNER')
    return may === 'OK' && version !== advice.version ? 'CONFLICT' : may
  },
  input: (_model, { advice, version }) => ({ id: advice.id, version }),
  shown: '{ id }',
  apply: (_model, _who, { advice, version }) => void (advice.accepted = version),
  tell: (_model, { version }) => `accepts version ${version} of the advice`,
})

export const contest = act<{ advice: AdviceModel }>({
  mutation: 'contestStudyAdvice',
  weight: 1,
  draw(model, pick) {
    const advice = pick.any(model.advice)
    return advice && { advice }
  },
  judge: (model, who) => writes(model, who, 'OWNER'),
  input: (_model, { advice }) => ({ id: advice.id }),
  shown: '{ id }',
  apply(model, _who, { advice }) {
    if (advice.accepted === null) return
    advice.accepted = null
    contentChanged(model)
  },
  tell: () => 'takes back the yes to the advice',
})
