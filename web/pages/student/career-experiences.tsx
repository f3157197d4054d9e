import type { CareerCompetence, ExperienceKind } from '../../graphql/schema.ts'
import { useAct } from '../../parts/ask.ts'
import { Facts, Tag } from '../../parts/basics.tsx'
import { useDates } from '../../parts/dates.ts'
import { fieldsOf, useDraft } from '../../parts/draft.ts'
import { Choices, Select, TextArea, TextField } from '../../parts/fields.tsx'
import { Form } from '../../parts/form.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { common } from '../../texts/common.ts'
import { words } from '../../texts/words.ts'
import { RemoveMyExperience, SaveMyExperience } from './career.graphql.ts'
import { career } from './career.texts.ts'
import type { CareerDossier } from './career.tsx'
import { Comments } from './parts/comments.tsx'
import { Items, type Close } from './parts/items.tsx'
import { SaveMyPassport } from './passport.graphql.ts'
import { MOST_ON_PASSPORT, summaryOf } from './passport-draft.ts'

type Experience = NonNullable<CareerDossier['careerFile']>['experiences'][number]

const optionsOf = <Key extends string>(list: Record<Key, string>) => Object.entries(list) as [Key, string][]
const draftName = (dossierId: string, item: Experience | null) => `experience:${item?.id ?? `new:${dossierId}`}`

/** What the student did and learned from. */
export function Experiences({ dossier }: { dossier: CareerDossier }) {
  const t = useTexts(career)
  const save = useAct(SaveMyExperience)
  const remove = useAct(RemoveMyExperience)
  const place = useAct(SaveMyPassport)
  const experiences = dossier.careerFile?.experiences ?? []
  const onPassport = dossier.careerSummary?.topExperiences.map(({ id }) => id) ?? []
  return (
    <Items
      items={experiences}
      addLabel={t.addExperience}
      emptyText={t.empty.ervaringen}
      draftName={(item) => draftName(dossier.id, item)}
      nameOf={({ title }) => title}
      view={(item) => <ExperienceView experience={item} isOnPassport={onPassport.includes(item.id)} />}
      below={({ id, title }) => (
        <Comments
          dossierId={dossier.id}
          part="CAREER_FILE"
          itemId={id}
          about={title}
          comments={dossier.careerFile?.comments ?? []}
        />
      )}
      form={(item, close) => <ExperienceForm dossierId={dossier.id} experience={item} close={close} />}
      busy={remove.busy || save.busy || place.busy}
      failure={remove.failure ?? save.failure ?? place.failure}
      loses={t.passportBack}
      remove={async ({ id }) => (await remove.act({ input: { id } })) !== undefined}
      restore={async ({ id, title, kind, from, to, place: where, learned, competencies }) => {
        const input = {
          dossierId: dossier.id,
          title,
          kind,
          from,
          to,
          place: where,
          learned,
          competencies: [...competencies],
        }
        const answer = await save.act({ input })
        if (!answer) return false
        const rank = onPassport.indexOf(id)
        const known = new Set(experiences.map((one) => one.id))
        const again = answer.saveExperience.careerFile?.experiences.find((one) => !known.has(one.id))
        if (rank < 0 || again === undefined) return true
        // The page as it is by now, with this one where it was.
        const summary = summaryOf(answer.saveExperience.careerSummary)
        summary.topExperiences.splice(rank, 0, again.id)
        summary.topExperiences.splice(MOST_ON_PASSPORT)
        return (await place.act({ input: { dossierId: dossier.id, ...summary } })) !== undefined
      }}
    />
  )
}

function ExperienceView({
  experience: { kind, from, to, place, learned, competencies },
  isOnPassport,
}: {
  experience: Experience
  isOnPassport: boolean
}) {
  const t = useTexts(career)
  const w = useTexts(words)
  const { date } = useDates()
  const period = [from, to].flatMap((day) => (day === null ? [] : [date(day)]))
  return (
    <>
      <p>
        <Tag>{w.experience[kind]}</Tag> {isOnPassport && <Tag kind="good">{t.onPassport}</Tag>}
      </p>
      {learned !== null && <p className="own-words">{learned}</p>}
      <Facts
        rows={[
          ...(period.length === 0 ? [] : [[t.period, period.join(' – ')] as const]),
          ...(place === null ? [] : [[t.place, place] as const]),
          ...(competencies.length === 0
            ? []
            : [[t.competencies, competencies.map((one) => w.competenceQuestion[one]).join('\n')] as const]),
        ]}
      />
    </>
  )
}

interface ExperienceDraft {
  title: string
  kind: ExperienceKind
  from: string
  to: string
  place: string
  learned: string
  competencies: CareerCompetence[]
}

const draftOf = (experience: Experience | null): ExperienceDraft => ({
  title: experience?.title ?? '',
  kind: experience?.kind ?? 'PROJECT',
  from: experience?.from ?? '',
  to: experience?.to ?? '',
  place: experience?.place ?? '',
  learned: experience?.learned ?? '',
  competencies: [...(experience?.competencies ?? [])],
})

function ExperienceForm({
  dossierId,
  experience,
  close,
}: {
  dossierId: string
  experience: Experience | null
  close: Close
}) {
  const t = useTexts(career)
  const c = useTexts(common)
  const w = useTexts(words)
  const save = useAct(SaveMyExperience)
  const draft = useDraft(draftName(dossierId, experience), draftOf(experience))
  const { value, set } = draft
  const field = fieldsOf(draft, save.failure)
  return (
    <Form
      draft={draft}
      act={save}
      show={(one) => (
        <Facts
          rows={[
            [t.name, one.title || c.none],
            [t.place, one.place || c.none],
            [t.learned, one.learned || c.none],
          ]}
        />
      )}
      onSave={async ({ from, to, ...one }) => {
        const input = {
          dossierId,
          id: experience?.id ?? null,
          ...one,
          from: from || null,
          to: to || null,
        }
        const done = await save.act({ input })
        if (done) close(one.title.trim())
        return done !== undefined
      }}
      onCancel={() => close()}
    >
      <TextField label={t.name} hint={t.nameHint} {...field('title')} maxLength={120} />
      <Select
        label={t.kind}
        value={value.kind}
        options={optionsOf(w.experience)}
        onChange={(kind) => kind && set({ ...value, kind })}
      />
      <TextField label={t.place} optional {...field('place')} maxLength={120} />
      <TextField label={t.from} optional type="date" {...field('from')} />
      <TextField label={t.to} hint={t.toHint} optional type="date" {...field('to')} />
      <TextArea label={t.learned} optional {...field('learned')} maxLength={2000} />
      <Choices
        legend={t.competencies}
        many
        options={optionsOf(w.competenceQuestion)}
        chosen={value.competencies}
        onChange={(competencies) => set({ ...value, competencies })}
      />
    </Form>
  )
}
