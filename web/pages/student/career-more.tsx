import type { PlusCategory } from '../../graphql/schema.ts'
import { useAct } from '../../parts/ask.ts'
import { Facts, Tag } from '../../parts/basics.tsx'
import { useDates } from '../../parts/dates.ts'
import { fieldsOf, useDraft } from '../../parts/draft.ts'
import { Select, TextArea, TextField } from '../../parts/fields.tsx'
import { Form } from '../../parts/form.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { common } from '../../texts/common.ts'
import { words } from '../../texts/words.ts'
import { RemoveMyPlusItem, RemoveMyTalk, SaveMyPlusItem, SaveMyTalk } from './career.graphql.ts'
import { career } from './career.texts.ts'
import type { CareerDossier } from './career.tsx'
import { Comments } from './parts/comments.tsx'
import { Items, type Close } from './parts/items.tsx'

type Talk = NonNullable<CareerDossier['careerFile']>['talks'][number]
type PlusItem = NonNullable<CareerDossier['plusDocument']>['items'][number]

const optionsOf = <Key extends string>(list: Record<Key, string>) => Object.entries(list) as [Key, string][]
const talkDraft = (dossierId: string, item: Talk | null) => `talk:${item?.id ?? `new:${dossierId}`}`
const plusDraft = (dossierId: string, item: PlusItem | null) => `plus:${item?.id ?? `new:${dossierId}`}`

/** Talks about the career, as the student noted them. */
export function Talks({ dossier }: { dossier: CareerDossier }) {
  const t = useTexts(career)
  const { date } = useDates()
  const save = useAct(SaveMyTalk)
  const remove = useAct(RemoveMyTalk)
  const nameOf = (talk: Talk) => t.talkName(talk.with, date(talk.date))
  return (
    <Items
      items={dossier.careerFile?.talks ?? []}
      addLabel={t.addTalk}
      emptyText={t.empty.gesprekken}
      draftName={(item) => talkDraft(dossier.id, item)}
      nameOf={nameOf}
      view={(item) => (
        <>
          <p className="own-words">{item.summary}</p>
          {item.nextStep !== null && <Facts rows={[[t.nextStep, item.nextStep]]} />}
        </>
      )}
      below={(item) => (
        <Comments
          dossierId={dossier.id}
          part="CAREER_FILE"
          itemId={item.id}
          about={nameOf(item)}
          comments={dossier.careerFile?.comments ?? []}
        />
      )}
      form={(item, close) => <TalkForm dossierId={dossier.id} talk={item} close={close} />}
      busy={remove.busy || save.busy}
      failure={remove.failure ?? save.failure}
      loses={t.commentsGone}
      remove={async ({ id }) => (await remove.act({ input: { id } })) !== undefined}
      restore={async (item) =>
        (await save.act({
          input: {
            dossierId: dossier.id,
            date: item.date,
            with: item.with,
            summary: item.summary,
            nextStep: item.nextStep,
          },
        })) !== undefined
      }
    />
  )
}

function TalkForm({ dossierId, talk, close }: { dossierId: string; talk: Talk | null; close: Close }) {
  const t = useTexts(career)
  const c = useTexts(common)
  const save = useAct(SaveMyTalk)
  const draft = useDraft(talkDraft(dossierId, talk), {
    date: talk?.date ?? '',
    with: talk?.with ?? '',
    summary: talk?.summary ?? '',
    nextStep: talk?.nextStep ?? '',
  })
  const { date } = useDates()
  const field = fieldsOf(draft, save.failure)
  return (
    <Form
      draft={draft}
      act={save}
      show={(one) => (
        <Facts
          rows={[
            [t.date, one.date || c.none],
            [t.with, one.with || c.none],
            [t.summary, one.summary || c.none],
            [t.nextStep, one.nextStep || c.none],
          ]}
        />
      )}
      onSave={async (one) => {
        const done = await save.act({ input: { dossierId, id: talk?.id ?? null, ...one } })
        if (done) close(t.talkName(one.with, date(one.date)))
        return done !== undefined
      }}
      onCancel={() => close()}
    >
      <TextField label={t.date} type="date" {...field('date')} />
      <TextField label={t.with} {...field('with')} maxLength={120} />
      <TextArea label={t.summary} {...field('summary')} maxLength={3000} />
      <TextArea label={t.nextStep} optional rows={2} {...field('nextStep')} maxLength={500} />
    </Form>
  )
}

/** What the student did beside the lessons. */
export function PlusItems({ dossier }: { dossier: CareerDossier }) {
  const t = useTexts(career)
  const w = useTexts(words)
  const save = useAct(SaveMyPlusItem)
  const remove = useAct(RemoveMyPlusItem)
  return (
    <Items
      items={dossier.plusDocument?.items ?? []}
      addLabel={t.addPlus}
      emptyText={t.empty.extra}
      draftName={(item) => plusDraft(dossier.id, item)}
      nameOf={({ title }) => title}
      view={(item) => (
        <>
          <p>
            <Tag>{w.plus[item.category]}</Tag> {item.year}
          </p>
          {item.description !== null && <p className="own-words">{item.description}</p>}
        </>
      )}
      below={(item) => (
        <Comments
          dossierId={dossier.id}
          part="PLUS_DOCUMENT"
          itemId={item.id}
          about={item.title}
          comments={dossier.plusDocument?.comments ?? []}
        />
      )}
      form={(item, close) => <PlusForm dossierId={dossier.id} item={item} close={close} />}
      busy={remove.busy || save.busy}
      failure={remove.failure ?? save.failure}
      loses={t.commentsGone}
      remove={async ({ id }) => (await remove.act({ input: { id } })) !== undefined}
      restore={async ({ category, title, description, year }) =>
        (await save.act({ input: { dossierId: dossier.id, category, title, description, year } })) !== undefined
      }
    />
  )
}

function PlusForm({ dossierId, item, close }: { dossierId: string; item: PlusItem | null; close: Close }) {
  const t = useTexts(career)
  const c = useTexts(common)
  const w = useTexts(words)
  const save = useAct(SaveMyPlusItem)
  const draft = useDraft<{ category: PlusCategory; title: string; description: string; year: string }>(
    plusDraft(dossierId, item),
    {
      category: item?.category ?? 'SPORT',
      title: item?.title ?? '',
      description: item?.description ?? '',
      year: item?.year == null ? '' : String(item.year),
    },
  )
  const { value, set } = draft
  const field = fieldsOf(draft, save.failure)
  return (
    <Form
      draft={draft}
      act={save}
      show={(one) => (
        <Facts
          rows={[
            [t.plusName, one.title || c.none],
            [t.category, w.plus[one.category]],
            [t.description, one.description || c.none],
            [t.year, one.year || c.none],
          ]}
        />
      )}
      onSave={async ({ year, ...one }) => {
        // What is no number is told apart from nothing by the hub, which knows which years there are.
        const given = year.trim() === '' ? null : Number.parseInt(year, 10) || 0
        const done = await save.act({ input: { dossierId, id: item?.id ?? null, ...one, year: given } })
        if (done) close(one.title.trim())
        return done !== undefined
      }}
      onCancel={() => close()}
    >
      <TextField label={t.plusName} {...field('title')} maxLength={120} />
      <Select
        label={t.category}
        value={value.category}
        options={optionsOf(w.plus)}
        onChange={(category) => category && set({ ...value, category })}
      />
      <TextArea label={t.description} optional {...field('description')} maxLength={1000} />
      <TextField label={t.year} hint={t.yearHint} optional {...field('year')} maxLength={4} />
    </Form>
  )
}
